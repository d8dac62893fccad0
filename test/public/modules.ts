/**
 * Go modules that hold Terraform: examples of providers, fixtures of tools, clusters that are run. Go's checksum database
 * keeps them as they were.
 */
export const PUBLIC_MODULES: readonly string[] = [
  "github.com/cloudposse/atmos@v1.100.0",
  "github.com/coder/coder/v2@v2.10.0",
  "github.com/gruntwork-io/terratest@v0.46.0",
  "github.com/hashicorp/nomad@v1.6.0",
  "github.com/hashicorp/terraform-provider-aws@v1.60.0",
  "github.com/hashicorp/terraform-provider-azuread@v1.6.0",
  "github.com/hashicorp/terraform-provider-azurerm@v1.44.1-0.20260824201233-fae580791926",
  "github.com/hashicorp/terraform-provider-google@v1.20.0",
  "github.com/hashicorp/terraform-provider-kubernetes@v1.13.3",
  "github.com/hashicorp/terraform@v1.9.8",
  "github.com/hashicorp/vault@v1.15.0",
  "github.com/kinvolk/lokomotive@v0.9.0",
  "github.com/openshift/installer@v0.16.1",
  "github.com/opentofu/opentofu@v1.8.0",
  "github.com/pulumi/pulumi-terraform-bridge/v3@v3.120.0",
  "github.com/runatlantis/atlantis@v0.27.0",
  "github.com/terraform-docs/terraform-docs@v0.16.0",
  "github.com/terraform-linters/tflint@v0.50.0",
];
