import json
import sys

import yaml


def merge(left, right):
    for key, value in right.items():
        if isinstance(value, dict) and isinstance(left.get(key), dict):
            merge(left[key], value)
        else:
            left[key] = value
    return left


query = json.load(sys.stdin)
with open(query["base"]) as base, open(query["overlay"]) as overlay:
    merged = merge(yaml.safe_load(base) or {}, yaml.safe_load(overlay) or {})
print(json.dumps({"merged": yaml.safe_dump(merged)}))
