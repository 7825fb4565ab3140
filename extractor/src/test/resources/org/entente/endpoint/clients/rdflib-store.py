"""RDFLib with the endpoint as its store."""
import sys

from rdflib.plugins.stores.sparqlstore import SPARQLStore

endpoint, query, kind = sys.argv[1:]
result = SPARQLStore(endpoint).query(open(query, encoding="utf-8").read())
if kind == "select":
    sys.stdout.buffer.write(result.serialize(format="csv"))
else:
    sys.stdout.write(result.graph.serialize(format="nt"))
