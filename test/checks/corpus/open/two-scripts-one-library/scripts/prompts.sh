#!/usr/bin/env bash
set -euo pipefail
. "$(dirname "$0")/lib.sh"
GC_TOKEN=$(gc_token)
for wav in "$1"/*.wav; do
  gc_api POST /api/v2/architect/prompts --data "{\"name\": \"$(basename "$wav" .wav)\"}"
done
