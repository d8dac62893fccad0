data "external" "claims" {
  program = ["bash", "${path.module}/claims.sh"]
}

resource "aws_s3_object" "claims" {
  bucket  = var.bucket
  key     = "claims/${data.external.claims.result.sub}.json"
  content = jsonencode(data.external.claims.result)
}

resource "null_resource" "doctl" {
  provisioner "local-exec" {
    command = "doctl auth init --access-token \"$DIGITALOCEAN_TOKEN\" && doctl kubernetes cluster kubeconfig save ${var.cluster}"
  }
}

resource "null_resource" "argocd_app" {
  provisioner "local-exec" {
    command = <<-EOT
      argocd login argocd.mere.example --username admin --password "$ARGOCD_PASSWORD" --grpc-web
      argocd app sync root --prune
    EOT
    environment = {
      ARGOCD_PASSWORD = var.argocd_password
    }
  }
}

resource "null_resource" "oc" {
  provisioner "local-exec" {
    command = "oc login --token=${var.openshift_token} --server=${var.openshift_api} --insecure-skip-tls-verify=true && oc apply -f ${path.module}/project.yaml"
  }
}

resource "null_resource" "helm_registry" {
  provisioner "local-exec" {
    command = "echo $REGISTRY_TOKEN | helm registry login ghcr.io -u bot --password-stdin"
  }
}
