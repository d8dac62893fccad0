#!/bin/bash
set -e
eval "$(jq -r '@sh "OWNER=\(.owner) NAME=\(.name)"')"
ID=$(aws ec2 describe-images --owners "$OWNER" --filters "Name=name,Values=$NAME" --query 'sort_by(Images, &CreationDate)[-1].ImageId' --output text)
jq -n --arg id "$ID" '{id: $id}'
