import type { Rule } from "../rule.js";

export const secretInCommand: Rule = {
  id: "secret-in-command",
  severity: "error",
  what: "A secret becomes part of a command, of a program's arguments, or of a URL.",
  why: "Arguments are in the process list for every user of the machine, and Terraform prints the command in full when it fails, sensitive or not. URLs are in the logs of servers and proxies.",
  fix: "Give the secret to the program through its environment, and to curl through stdin (`--data @-`, `--config -`).",
  source: { title: "RFC 6749, section 2.3.1 and 10.3", url: "https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1" },
  check: () => [],
};
