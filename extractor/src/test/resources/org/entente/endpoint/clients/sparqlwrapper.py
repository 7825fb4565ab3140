"""SPARQLWrapper, with its usual answers: JSON for a table, a graph of RDFLib for triples."""
import csv
import sys

import SPARQLWrapper

endpoint, query, kind = sys.argv[1:]
service = SPARQLWrapper.SPARQLWrapper(endpoint)
service.setQuery(open(query, encoding="utf-8").read())
if kind == "select":
    service.setReturnFormat(SPARQLWrapper.JSON)
    answer = service.queryAndConvert()
    rows = csv.DictWriter(sys.stdout, answer["head"]["vars"])
    rows.writeheader()
    for row in answer["results"]["bindings"]:
        rows.writerow({name: cell["value"] for name, cell in row.items()})
else:
    service.setReturnFormat(SPARQLWrapper.RDFXML)
    sys.stdout.write(service.queryAndConvert().serialize(format="nt"))
