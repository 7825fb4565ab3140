"""RDFLib reads the whole graph, downloaded as Turtle."""
import sys

import rdflib

sys.stdout.write(rdflib.Graph().parse(sys.argv[1], format="turtle").serialize(format="nt"))
