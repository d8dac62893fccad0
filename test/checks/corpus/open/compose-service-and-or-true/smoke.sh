#!/bin/sh
curl -sS --oauth2-bearer "$1" http://localhost:8080/health
