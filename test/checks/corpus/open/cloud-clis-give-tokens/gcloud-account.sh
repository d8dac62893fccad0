#!/bin/sh
set -eu
account=$(gcloud config get-value account 2>/dev/null)
printf '{"account": "%s"}\n' "$account"
