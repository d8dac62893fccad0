import { credentialsOf } from "../requests/fields.js";
import type { HttpRequest } from "../requests/request.js";
import { isLogin } from "../requests/token-endpoint.js";
import { addressOf } from "../configuration/configuration.js";
import type { Execution } from "../executions/execution.js";

/** What an answer's token is called, where it is taken out of the answer. */
const TAKEN =
  /^\.(?:response_)?body\b[^\n]{0,80}?\.\s{0,40}"?(?:access_?|id_|auth_?|session_?|bearer_?|jwt_?)?(?:token|jwt)\b/i;

/**
 * A vendor's login without an OAuth grant: a name and a password go to it, and the token of its answer is used as a credential.
 * Without that use it may as well set a cookie, or be the page under test.
 */
export function isTokenLogin(request: HttpRequest, execution: Execution): boolean {
  if (!isLogin(request) || credentialsOf(request, execution.module.workspace.vocabulary).length === 0) return false;
  return tokenIsTaken(execution) || tokenIsSent(request, execution);
}

function tokenIsTaken({ kind, module, block }: Execution): boolean {
  if (kind !== "provider") return false;
  const address = addressOf(block);
  const taken = {
    test: (text: string) => everyPlace(text, address).some((end) => TAKEN.test(text.slice(end, end + 200))),
  };
  return module.directory.blocks.some((other) => other !== block && other.mentions(taken));
}

/** Where a word ends, each time that it stands in a text and does not go on from a longer one. */
function everyPlace(text: string, word: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (!/\w/.test(text.charAt(at - 1))) ends.push(at + word.length);
  return ends;
}

/** The program itself sends the token on, in a header of a later request. */
function tokenIsSent(request: HttpRequest, { effects }: Execution): boolean {
  return effects.requests.some((later) =>
    later.headers.some(({ value }) =>
      value.some((fragment) => fragment.taint === "token" && fragment.requests?.includes(request) === true),
    ),
  );
}
