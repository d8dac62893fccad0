import { addressOf, type Block } from "../configuration/configuration.js";
import { everyAttribute } from "../configuration/attributes.js";
import type { Execution } from "../executions/execution.js";
import { credentialsOf } from "../requests/fields.js";
import type { HttpRequest } from "../requests/request.js";
import type { ModuleInstance } from "../terraform/module.js";
import { onceFor } from "../terraform/once.js";
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
  const takers = takersIn(module).get(addressOf(block)) ?? [];
  return takers.some((other) => other !== block);
}

/** The blocks of a module that take a token, by the address of the block that they take it from: two of each are enough. */
const takersIn = onceFor((module): ReadonlyMap<string, readonly Block[]> => {
  const takers = new Map<string, Block[]>();
  for (const block of module.directory.blocks)
    for (const address of block.type === "variable" ? [] : takenBy(module, block))
      takers.set(address, [...(takers.get(address) ?? []), block].slice(0, 2));
  return takers;
});

function takenBy(module: ModuleInstance, block: Block): Set<string> {
  const addresses = new Set<string>();
  for (const attribute of everyAttribute(block)) {
    const value = module.attribute(attribute, block);
    for (const { taint, provenance } of value ? fragmentsOf(value) : [])
      if (taint === "token")
        for (const { scope, address } of provenance) if (scope === module.directory.path) addresses.add(address);
  }
  return addresses;
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
