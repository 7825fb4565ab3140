#!/bin/sh
# The command of Apache Jena, out of its own distribution; $JENA is how to start it.
case $3 in select) results=csv ;; *) results=NT ;; esac
exec $JENA arq.rsparql --service="$1" --query="$2" --results="$results"
