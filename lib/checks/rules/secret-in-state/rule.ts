import type { Rule } from "../rule.js";

export const secretInState: Rule = {
  id: "secret-in-state",
  severity: "error",
  what: "A secret is stored in Terraform's state.",
  why: "State and saved plans hold these attributes in clear text, marked sensitive or not, for everybody who may read them and for as long as they are kept.",
  fix: "Give the secret to a provisioner's `environment`, an ephemeral block or a write-only argument, none of which is stored; trigger on a hash or a version of it.",
  source: {
    title: "Terraform, Manage sensitive data",
    url: "https://developer.hashicorp.com/terraform/language/manage-sensitive-data",
  },
  check: () => [],
};
