import json
import sys

from . import session

with session.Publisher() as publisher, open(sys.argv[1]) as entries:
    for entry in json.load(entries):
        publisher.put(f"https://catalog.acme.example/entries/{entry['id']}", json=entry).raise_for_status()
