#!/usr/bin/env bash
set -euo pipefail
source "$(dirname "$0")/lib.sh"
GC_TOKEN=$(gc_token)
gc_api GET '/api/v2/routing/queues?pageSize=500' > queues.json
