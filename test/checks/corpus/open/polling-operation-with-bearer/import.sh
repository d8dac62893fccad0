#!/bin/bash
for file in dashboards/*.json; do
  echo "importing $file"
  jq '{dashboard: ., overwrite: true}' "$file" |
    curl -s -L -X POST "$GRAFANA_URL/api/dashboards/db" \
      -H "Authorization: Bearer $GRAFANA_TOKEN" \
      -H "Content-Type: application/json" \
      --data @- | tee -a import.log
done
