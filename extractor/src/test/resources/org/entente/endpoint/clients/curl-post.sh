#!/bin/sh
# The query itself is the body of the request.
case $3 in select) accept=text/csv ;; *) accept=application/n-triples ;; esac
exec curl -sS --fail-with-body -H "Accept: $accept" -H 'Content-Type: application/sparql-query' --data-binary "@$2" "$1"
