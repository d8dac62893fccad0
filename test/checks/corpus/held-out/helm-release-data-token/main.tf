data "external" "registry_token" {
  program = ["bash", "${path.module}/registry-token.sh"]
}

resource "helm_release" "runner" {
  name  = "runner"
  chart = "oci://registry.acme.test/charts/runner"

  set_sensitive {
    name  = "registry.token"
    value = data.external.registry_token.result.token
  }
}
