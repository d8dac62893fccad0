#!/bin/bash
set -euxo pipefail
exec > >(tee /var/log/user-data.log) 2>&1

TOKEN=$(curl -s -X PUT "http://169.254.169.254/latest/api/token" -H "X-aws-ec2-metadata-token-ttl-seconds: 21600")
INSTANCE_ID=$(curl -s -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/instance-id)
REGION=$(curl -s -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/latest/meta-data/placement/region)

curl -fsSL https://get.docker.com | sh
aws s3 cp "s3://${bucket}/web.tar.gz" /opt/web.tar.gz --region "$REGION"
tar -xzf /opt/web.tar.gz -C /opt
echo "CLUSTER=${cluster}" >> /etc/web.env
echo "INSTANCE_ID=$INSTANCE_ID" >> /etc/web.env
systemctl enable --now web
