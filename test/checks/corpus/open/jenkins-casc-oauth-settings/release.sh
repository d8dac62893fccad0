#!/usr/bin/env bash
set -euo pipefail
git tag "v$1"
git push origin "v$1"
curl -fsS -X POST -H 'Content-Type: application/json' -d "{\"tag\": \"v$1\"}" https://releases.intra.example/hooks
