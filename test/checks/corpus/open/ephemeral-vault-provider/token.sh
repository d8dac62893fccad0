#!/bin/sh
set -eu
exec curl -q -sS -f --data @- "$1"
