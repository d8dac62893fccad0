import type { Rule } from "../rule.js";

export const unmarkedVariable: Rule = {
  id: "unmarked-variable",
  severity: "error",
  what: "A variable that carries a secret is not marked sensitive.",
  why: "Terraform prints its value in plans, in errors and in the console.",
  fix: "Add `sensitive = true`, and `ephemeral = true` where it goes only where nothing is stored.",
  source: {
    title: "Terraform, variable block, sensitive",
    url: "https://developer.hashicorp.com/terraform/language/block/variable#sensitive",
  },
  check: () => [],
};
