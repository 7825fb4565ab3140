#!/usr/bin/env python3
"""Runs every notebook from top to bottom and holds what it prints against what is saved in it.

    check.py            fails where a cell fails, prints something else than what is saved, or a figure is missing
    check.py --accept   saves what the notebooks print now, and their figures and .sparqlbook files

A server with the sample graph has to run where ENTENTE says (default http://localhost:3330/). Figures are drawn anew, but
not compared: another version of matplotlib draws them a little differently. The .sparqlbook files have the queries of the
notebooks for the SPARQL Notebook extension of Visual Studio Code; network.R is run too where R is installed.
"""
import ast
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

os.environ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
import nbformat
from nbclient import NotebookClient

HERE = pathlib.Path(__file__).resolve().parent
ACCEPT = "--accept" in sys.argv[1:]


def run(path):
    """Returns the notebook as it is saved and as it is when it has run."""
    saved = nbformat.read(path, as_version=4)
    ran = nbformat.from_dict(json.loads(json.dumps(saved)))
    NotebookClient(ran, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(HERE)}}).execute()
    return saved, ran


def printed(cell):
    """Returns what a cell shows: its text, and a mark for each figure."""
    parts = []
    streaming = False
    for output in cell.get("outputs", []):
        if output.output_type == "stream" and streaming:
            parts[-1] += output.text  # one print, which the kernel may send in pieces
        elif output.output_type == "stream":
            parts.append(output.text)
        elif output.output_type in ("execute_result", "display_data"):
            figure = "image/png" in output.data
            parts.append("[figure]" if figure else output.data.get("text/plain", ""))
        streaming = output.output_type == "stream"
    return "\n".join(parts)


def tidy(notebook):
    """Leaves out what differs from run to run."""
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number}"
        if cell.cell_type == "code":
            cell.metadata = nbformat.from_dict({})
            cell.execution_count = None
            for output in cell.outputs:
                output.pop("execution_count", None)
                if output.output_type == "execute_result":
                    output["execution_count"] = None
                if "image/png" in output.get("data", {}):
                    output.data.pop("text/plain", None)
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}, "language_info": {"name": "python"}})
    return notebook


def book(notebook):
    """Returns the queries of a notebook, each after the text before it, as a .sparqlbook file."""
    cells, text = [], ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            text = cell.source
            continue
        for node in ast.walk(ast.parse(cell.source)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"^\s*(PREFIX|SELECT)\b", node.value):
                if text:
                    cells.append({"kind": 1, "language": "markdown", "value": text, "metadata": {}})
                    text = ""
                cells.append({"kind": 2, "language": "sparql", "value": node.value.strip("\n"), "metadata": {}})
    return json.dumps(cells, indent=2, ensure_ascii=False) + "\n"


def compare(path, now, what):
    """Compares a text file with what it should be, or writes it."""
    if ACCEPT:
        path.write_text(now, encoding="utf-8")
    elif not path.exists() or path.read_text(encoding="utf-8") != now:
        return [f"{path.name} is not what {what}"]
    return []


def check(path):
    """Returns what is wrong with a notebook."""
    saved, ran = run(path)
    wrong = []
    if ACCEPT:
        nbformat.write(tidy(ran), path)
    else:
        for number, (before, now) in enumerate(zip(saved.cells, ran.cells)):
            if printed(before) != printed(now):
                wrong.append(f"{path.name}, cell {number}: saved\n{printed(before)}\nnow\n{printed(now)}")
    return wrong + compare(path.with_suffix(".sparqlbook"), book(ran), "the notebook asks")


def check_r():
    """Returns what is wrong with the script in R."""
    if not shutil.which("Rscript"):
        print("R is not installed: network.R is not run")
        return []
    answer = subprocess.run(["Rscript", "--vanilla", "network.R"], cwd=HERE, capture_output=True, text=True)
    if answer.returncode:
        return ["network.R: " + answer.stderr]
    return compare(HERE / "network.R.out", answer.stdout, "network.R prints")


problems = []
notebooks = sorted(HERE.glob("*.ipynb"))
for notebook in notebooks:
    found = check(notebook)
    print(f"{notebook.name}: {'ran' if not found else 'differs'}", flush=True)
    problems += found
problems += check_r()
for problem in problems:
    print(problem, file=sys.stderr)
sys.exit(1 if problems or len(notebooks) < 5 else 0)
