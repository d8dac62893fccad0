import type { Execution, Analysis } from "../../analysis/analysis.js";
import { urlFields } from "../../requests/fields.js";
import { isSecretField } from "../../vocabulary/names.js";
import type { Mistake, Rule } from "../rule.js";
import { realCredentials } from "../support/credentials.js";
import { placeOf } from "../support/requests.js";

export const secretInCommand: Rule = {
  id: "secret-in-command",
  severity: "error",
  what: "A secret becomes part of a command, of a program's arguments, or of a URL.",
  why: "Arguments are in the process list for every user of the machine, and Terraform prints the command in full when it fails, sensitive or not. URLs are in the logs of servers and proxies.",
  fix: "Give the secret to the program through its environment, and to curl through stdin (`--data @-`, `--config -`).",
  source: { title: "RFC 6749, section 2.3.1 and 10.3", url: "https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1" },
  check: function* (analysis) {
    for (const execution of analysis.executions) if (execution.kind !== "boot") yield* inCommand(analysis, execution);
    for (const tokenRequest of analysis.tokenRequests) {
      const { request, execution } = tokenRequest;
      if (execution.kind === "boot") continue;
      const place = placeOf(tokenRequest);
      const { block } = execution;
      const argument = realCredentials(request).find(({ channel }) => channel === "argument");
      if (argument) yield { block, place, message: `The ${argument.what} is an argument of ${request.tool}.` };
      const userinfo = realCredentials(request).find(({ what }) => what === "password in the URL");
      if (userinfo) yield { block, place, message: "A password is a part of the URL." };
      const inUrl = urlFields(request.url).find(({ name, value }) => isSecretField(name) && value.length > 0);
      if (inUrl) yield { block, place, message: `The ${inUrl.name} is a part of the URL.` };
    }
  },
};

function* inCommand(analysis: Analysis, execution: Execution): Generator<Mistake> {
  const { block, command, effects } = execution;
  const written = command.flat().find((fragment) => analysis.secrets.isCredential(fragment, execution));
  if (written)
    yield { block, place: execution.place, message: "Terraform writes a secret into the text of the command." };
  for (const { program, args, place } of effects.processes) {
    if (args.flat().some((fragment) => analysis.secrets.isCredential(fragment, execution)))
      yield { block, place, message: `A secret is an argument of ${program}.` };
  }
}
