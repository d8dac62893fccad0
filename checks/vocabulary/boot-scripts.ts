import { registry } from "./registry.js";

/** An attribute that holds a script, or a document with scripts in it, which somebody else runs later. */
export interface ScriptAttribute {
  readonly name: string;
  /** A type that has it, whose documentation is the source. It is read of every type, and of modules that cannot be read. */
  readonly of: string;
  /** The block that it is in; it is read in every block within another. */
  readonly within?: string;
  readonly source: string;
}

export const SCRIPT_ATTRIBUTES: readonly ScriptAttribute[] = [
  ...["user_data", "user_data_base64"].map((name) => ({
    name,
    of: "aws_instance",
    source: registry("hashicorp/aws", "resources/instance"),
  })),
  {
    name: "custom_data",
    of: "azurerm_linux_virtual_machine",
    source: registry("hashicorp/azurerm", "resources/linux_virtual_machine"),
  },
  {
    name: "custom_data",
    of: "azurerm_virtual_machine",
    within: "os_profile",
    source: registry("hashicorp/azurerm", "resources/virtual_machine"),
  },
  ...["metadata_startup_script", "metadata"].map((name) => ({
    name,
    of: "google_compute_instance",
    source: registry("hashicorp/google", "resources/compute_instance"),
  })),
  {
    name: "cloud_init",
    of: "scaleway_instance_server",
    source: registry("scaleway/scaleway", "resources/instance_server"),
  },
  { name: "script", of: "vultr_startup_script", source: registry("vultr/vultr", "resources/startup_script") },
  {
    name: "script",
    of: "azurerm_virtual_machine_run_command",
    within: "source",
    source: registry("hashicorp/azurerm", "resources/virtual_machine_run_command"),
  },
  {
    name: "script_content",
    of: "azurerm_resource_deployment_script_azure_cli",
    source: registry("hashicorp/azurerm", "resources/resource_deployment_script_azure_cli"),
  },
  ...["settings", "protected_settings"].map((name) => ({
    name,
    of: "azurerm_virtual_machine_extension",
    source: registry("hashicorp/azurerm", "resources/virtual_machine_extension"),
  })),
  { name: "content", of: "aws_ssm_document", source: registry("hashicorp/aws", "resources/ssm_document") },
  {
    name: "content",
    of: "cloudinit_config",
    within: "part",
    source: registry("hashicorp/cloudinit", "resources/config"),
  },
  {
    name: "startup_script",
    of: "module",
    source:
      "https://registry.terraform.io/modules/terraform-google-modules/vm/google/latest/submodules/instance_template",
  },
];

/** A type of resource whose scripts are PowerShell, or are for nobody whom Terraform starts to run. */
export interface ScriptType {
  readonly type: string;
  readonly scripts: "PowerShell" | "not run";
  readonly source: string;
}

export const SCRIPT_TYPES: readonly ScriptType[] = [
  {
    type: "azurerm_resource_deployment_script_azure_power_shell",
    scripts: "PowerShell",
    source: registry("hashicorp/azurerm", "resources/resource_deployment_script_azure_power_shell"),
  },
  {
    type: "azurerm_automation_runbook",
    scripts: "PowerShell",
    source: registry("hashicorp/azurerm", "resources/automation_runbook"),
  },
  // A pipeline's steps are for its own server to run.
  {
    type: "github_repository_file",
    scripts: "not run",
    source: registry("integrations/github", "resources/repository_file"),
  },
  {
    type: "gitlab_repository_file",
    scripts: "not run",
    source: registry("gitlabhq/gitlab", "resources/repository_file"),
  },
  {
    type: "azuredevops_git_repository_file",
    scripts: "not run",
    source: registry("microsoft/azuredevops", "resources/git_repository_file"),
  },
];

const OWN = new Set(SCRIPT_ATTRIBUTES.filter((row) => row.within === undefined).map(({ name }) => name));
const NESTED = new Set(SCRIPT_ATTRIBUTES.filter((row) => row.within !== undefined).map(({ name }) => name));

export const holdsScript = (attribute: string): boolean => OWN.has(attribute);
export const holdsScriptWithin = (attribute: string): boolean => NESTED.has(attribute);
export const scriptsOf = (type: string): ScriptType["scripts"] | undefined =>
  SCRIPT_TYPES.find((row) => row.type === type)?.scripts;
