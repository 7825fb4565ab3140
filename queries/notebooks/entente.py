"""Asks an Entente server from a notebook. Nothing to install beside pandas and matplotlib.

    from entente import sparql, catalog, table
    sparql("SELECT ...")                                     a DataFrame with dates as dates and numbers as numbers
    catalog("meetings-of-person", person="Vladimir Putin")    a query of the catalog, with values
    table("events", country="France")                         a table of /export/

The server is http://localhost:3330/, or what the environment variable ENTENTE says.
"""
import io
import json
import os
import pathlib
import urllib.parse
import urllib.request

import matplotlib as mpl
import matplotlib.pyplot as plt
import pandas as pd

SERVER = os.environ.get("ENTENTE", "http://localhost:3330/").rstrip("/") + "/"
BASE = "https://w3id.org/entente/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
HERE = pathlib.Path(__file__).resolve().parent


def _get(address, accept="*/*", data=None):
    request = urllib.request.Request(address, data=data, headers={"Accept": accept, "User-Agent": "entente-notebook"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return answer.read().decode("utf-8")


def sparql(query, endpoint=None):
    """Returns the rows of a SELECT query; IRIs of the graph lose their common beginning."""
    data = urllib.parse.urlencode({"query": query}).encode()
    answer = json.loads(_get(endpoint or SERVER + "entente/sparql", "application/sparql-results+json", data))
    names = answer["head"]["vars"]
    rows = [[_value(row.get(name)) for name in names] for row in answer["results"]["bindings"]]
    return pd.DataFrame(rows, columns=names)


def _value(term):
    if term is None:
        return None
    value, kind = term["value"], term.get("datatype", "")
    if term["type"] == "uri":
        return value[len(BASE):] if value.startswith(BASE) else value
    if kind == XSD + "date":
        return pd.Timestamp(value)
    if kind in (XSD + "integer", XSD + "int", XSD + "nonNegativeInteger"):
        return int(value)
    if kind in (XSD + "decimal", XSD + "double", XSD + "float"):
        return float(value)
    return value


def catalog(name, **values):
    """Returns the rows of a query of the catalog."""
    parameters = urllib.parse.urlencode(values)
    return sparql(_get(f"{SERVER}queries/{name}.rq" + ("?" + parameters if parameters else "")))


def table(name, **filters):
    """Returns a table of /export/: events, participations, entities or reports."""
    parameters = urllib.parse.urlencode(filters)
    return pd.read_csv(io.StringIO(_get(f"{SERVER}export/{name}.csv" + ("?" + parameters if parameters else ""))))


def countries():
    """Returns the shapes of countries that the server has for its own maps, as lists of (longitude, latitude)."""
    rings = []
    for feature in json.loads(_get(SERVER + "explorer/data/world.json"))["features"]:
        shape = feature["geometry"]
        for polygon in [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]:
            rings.append(polygon[0])
    return rings


def wikidata(query, recorded):
    """Asks Wikidata where ENTENTE_WIKIDATA=live allows it, else reads the answer that lies in recorded/."""
    if os.environ.get("ENTENTE_WIKIDATA") == "live":
        return sparql(query, "https://query.wikidata.org/sparql")
    return pd.read_csv(HERE / "recorded" / recorded)


# ---- One look for all figures ------------------------------------------------------------------------------------------
INK, MUTED, GRID, PAPER = "#1d2433", "#69738a", "#e3e7ef", "#ffffff"
BLUE, ORANGE, TEAL, RED, VIOLET, SAND = "#2f5fd0", "#e07b39", "#1f9e89", "#c8413b", "#7a5cc2", "#c9b37c"
SEQUENCE = [BLUE, ORANGE, TEAL, VIOLET, RED, SAND]

mpl.rcParams.update({
    "figure.dpi": 110, "savefig.dpi": 110, "figure.facecolor": PAPER, "axes.facecolor": PAPER,
    "font.family": "DejaVu Sans", "font.size": 10, "text.color": INK, "axes.labelcolor": MUTED,
    "axes.titlesize": 13, "axes.titleweight": "bold", "axes.titlelocation": "left", "axes.titlepad": 26,
    "axes.edgecolor": GRID, "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False,
    "axes.grid": True, "axes.grid.axis": "x", "axes.axisbelow": True, "grid.color": GRID, "grid.linewidth": 0.8,
    "xtick.color": MUTED, "ytick.color": INK, "xtick.major.size": 0, "ytick.major.size": 0,
    "axes.prop_cycle": mpl.cycler(color=SEQUENCE), "legend.frameon": False,
})


def subtitle(axes, text):
    """Puts a line under the title of a figure."""
    axes.annotate(text, (0, 1), xytext=(0, 9), xycoords="axes fraction", textcoords="offset points", fontsize=9, color=MUTED)
