import { addressOf } from "../configuration/configuration.js";
import { everyAttribute } from "../configuration/attributes.js";
import type { Execution } from "../executions/execution.js";
import { credentialsOf } from "../requests/fields.js";
import type { HttpRequest } from "../requests/request.js";
import { isExchange } from "../requests/token-endpoint.js";
import type { Fragment, SymbolicString } from "../values/symbolic-string.js";
import { fragmentsOf } from "../values/symbolic-value.js";

/**
 * A vendor's login without an OAuth grant: a name and a password go to it, and the token of its answer is used as a credential.
 * Without that use it may as well set a cookie, or be the page under test.
 */
export function isTokenLogin(request: HttpRequest, execution: Execution): boolean {
  if (!isExchange(request) || credentialsOf(request, execution.module.workspace.vocabulary).length === 0) return false;
  return tokenIsTaken(execution) || tokenIsUsed(request, execution);
}

/** Something of the configuration takes the token out of the answer: directly, or through locals and functions. */
function tokenIsTaken({ kind, module, block }: Execution): boolean {
  if (kind !== "provider") return false;
  const address = addressOf(block);
  const isTaken = ({ taint, provenance }: Fragment): boolean =>
    taint === "token" &&
    provenance.some((origin) => origin.address === address && origin.scope === module.directory.path);
  return module.directory.blocks.some((other) => {
    if (other === block || other.type === "variable") return false;
    for (const attribute of everyAttribute(other)) {
      const value = module.attribute(attribute, other);
      if (value && fragmentsOf(value).some(isTaken)) return true;
    }
    return false;
  });
}

/** The program itself uses the token: in a later request, as an argument, in a file, or as its result. */
function tokenIsUsed(request: HttpRequest, { effects, output }: Execution): boolean {
  const isToken = (fragment: Fragment): boolean =>
    fragment.taint === "token" && fragment.requests?.includes(request) === true;
  const texts: SymbolicString[] = [
    output,
    ...effects.requests.flatMap(({ headers, url }) => [url, ...headers.map(({ value }) => value)]),
    ...effects.processes.flatMap(({ args }) => args),
    ...effects.written.values(),
  ];
  return texts.some((text) => text.some(isToken));
}
