#!/bin/bash
set -euo pipefail
config=$(ssh -o StrictHostKeyChecking=accept-new "root@$1" cat /etc/rancher/rke2/rke2.yaml | sed "s/127.0.0.1/$1/")
jq -n --arg kubeconfig "$config" '{kubeconfig: $kubeconfig}'
