#!/bin/sh
# not run by Terraform
curl -v -k -d "grant_type=password&username=$1&password=$2" http://sso.rowan.example/token
