#!/bin/sh
# As in the documentation: the query from a file, the answer as a table or as triples.
case $3 in select) accept=text/csv ;; *) accept=application/n-triples ;; esac
exec curl -sS --fail-with-body --get -H "Accept: $accept" --data-urlencode "query@$2" "$1"
