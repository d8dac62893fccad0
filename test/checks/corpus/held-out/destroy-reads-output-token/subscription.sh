#!/bin/sh
set -eu
case $1 in create) m=PUT ;; delete) m=DELETE ;; esac
printf 'header = "Authorization: Bearer %s"\n' "$TOKEN" | curl -q -K - -fsS -X "$m" "https://hub.smew.example/topics/$TOPIC"
