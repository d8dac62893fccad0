import { registry } from "./registry.js";

/** A resource that keeps a value for somebody else, and by that in Terraform's state. */
export interface KeepingResource {
  readonly type: string;
  readonly attribute: string;
  /** The block that the attribute is in. */
  readonly within?: string;
  /** The argument for the same value that no state holds, where the provider has one. */
  readonly writeOnly?: string;
  readonly source: string;
}

export const KEEPING_RESOURCES: readonly KeepingResource[] = [
  {
    type: "aws_ssm_parameter",
    attribute: "value",
    writeOnly: "value_wo",
    source: registry("hashicorp/aws", "resources/ssm_parameter"),
  },
  {
    type: "aws_secretsmanager_secret_version",
    attribute: "secret_string",
    writeOnly: "secret_string_wo",
    source: registry("hashicorp/aws", "resources/secretsmanager_secret_version"),
  },
  {
    type: "aws_ecs_task_definition",
    attribute: "container_definitions",
    source: registry("hashicorp/aws", "resources/ecs_task_definition"),
  },
  {
    type: "azurerm_key_vault_secret",
    attribute: "value",
    writeOnly: "value_wo",
    source: registry("hashicorp/azurerm", "resources/key_vault_secret"),
  },
  {
    type: "google_secret_manager_secret_version",
    attribute: "secret_data",
    writeOnly: "secret_data_wo",
    source: registry("hashicorp/google", "resources/secret_manager_secret_version"),
  },
  {
    type: "vault_kv_secret_v2",
    attribute: "data_json",
    writeOnly: "data_json_wo",
    source: registry("hashicorp/vault", "resources/kv_secret_v2"),
  },
  ...["kubernetes_secret", "kubernetes_secret_v1"].map((type) => ({
    type,
    attribute: "data",
    writeOnly: "data_wo",
    source: registry("hashicorp/kubernetes", `resources/${type.replace("kubernetes_", "")}`),
  })),
  ...[
    "actions_secret",
    "actions_organization_secret",
    "actions_environment_secret",
    "dependabot_secret",
    "codespaces_secret",
    "codespaces_organization_secret",
  ].map((name) => ({
    type: `github_${name}`,
    attribute: "plaintext_value",
    source: registry("integrations/github", `resources/${name}`),
  })),
  {
    type: "github_actions_variable",
    attribute: "value",
    source: registry("integrations/github", "resources/actions_variable"),
  },
  ...["project_variable", "group_variable", "instance_variable"].map((name) => ({
    type: `gitlab_${name}`,
    attribute: "value",
    source: registry("gitlabhq/gitlab", `resources/${name}`),
  })),
  ...["value", "secret_value"].map((attribute) => ({
    type: "azuredevops_variable_group",
    attribute,
    within: "variable",
    source: registry("microsoft/azuredevops", "resources/variable_group"),
  })),
  ...["repository_variable", "deployment_variable"].map((name) => ({
    type: `bitbucket_${name}`,
    attribute: "value",
    source: registry("drfaust92/bitbucket", `resources/${name}`),
  })),
  ...["environment_variable", "context_environment_variable"].map((name) => ({
    type: `circleci_${name}`,
    attribute: "value",
    source: registry("mrolla/circleci", `resources/${name}`),
  })),
  {
    type: "spacelift_environment_variable",
    attribute: "value",
    source: registry("spacelift-io/spacelift", "resources/environment_variable"),
  },
  {
    type: "vercel_project_environment_variable",
    attribute: "value",
    source: registry("vercel/vercel", "resources/project_environment_variable"),
  },
  {
    type: "scaleway_secret_version",
    attribute: "data",
    source: registry("scaleway/scaleway", "resources/secret_version"),
  },
  {
    type: "tfe_variable",
    attribute: "value",
    writeOnly: "value_wo",
    source: registry("hashicorp/tfe", "resources/variable"),
  },
  {
    type: "oci_vault_secret",
    attribute: "content",
    within: "secret_content",
    source: registry("oracle/oci", "resources/vault_secret"),
  },
  {
    type: "azurerm_app_configuration_key",
    attribute: "value",
    source: registry("hashicorp/azurerm", "resources/app_configuration_key"),
  },
  {
    type: "consul_keys",
    attribute: "value",
    within: "key",
    source: registry("hashicorp/consul", "resources/keys"),
  },
  { type: "consul_key_prefix", attribute: "subkeys", source: registry("hashicorp/consul", "resources/key_prefix") },
  { type: "local_file", attribute: "content", source: registry("hashicorp/local", "resources/file") },
  {
    type: "local_sensitive_file",
    attribute: "content",
    source: registry("hashicorp/local", "resources/sensitive_file"),
  },
];

export const keptBy = (type: string): readonly KeepingResource[] => BY_TYPE.get(type) ?? [];

const BY_TYPE = new Map(
  KEEPING_RESOURCES.map(({ type }) => [type, KEEPING_RESOURCES.filter((row) => row.type === type)]),
);
