import { resolve } from "node:path";
import { withoutCredentials } from "../../lib/program/endpoint.js";
import { compareProgram } from "../program/comparison.js";
import { evaluate, type Names } from "./evaluate.js";
import { unknownArguments } from "./known-arguments.js";
import type { Placed } from "./placed.js";
import { NotKnown, textOf, type Value } from "./value.js";

/** A request that can be made. */
export interface Ready {
  readonly construct: string;
  readonly stackFolder: string;
  readonly shell: string;
  /** Of the program; what it gives to whom is replaced, so that nothing is run with the token. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly stdin: string;
  readonly workingDirectory: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly scope: string;
}

export type Prepared =
  | { readonly kind: "ready"; readonly ready: Ready }
  /** On purpose: it is not for this command to make it. */
  | { readonly kind: "left out"; readonly construct: string; readonly why: string }
  /** It could be made, were it not for something that the user can mend. */
  | { readonly kind: "problem"; readonly construct: string; readonly why: string };

/** Grants whose credential a server may take only once (RFC 6749 sections 4.1.2 and 10.4). */
const SINGLE_USE = new Map([
  ["refresh_token", "its refresh token"],
  ["authorization_code", "its authorization code"],
]);

/**
 * A JWT that something else has signed, and that Terraform would send again: a server may take each one once (RFC 7523 section 3,
 * on `jti`). A command may print another each time, and what the program signs has an id of its own.
 */
function givenJwt(args: readonly string[]): string | undefined {
  const slots = [
    ...(argument(args, "client_authentication") === "client_assertion" ? ["client_assertion"] : []),
    ...(argument(args, "form_secret.assertion") === "" ? [] : [argument(args, "form_secret.assertion")]),
  ];
  const slot = slots.find(
    (name) => !args.includes(`jwt=${name}`) && !args.some((one) => one.startsWith(`${name}.command=`)),
  );
  return slot === undefined ? undefined : `its JWT (${slot.replaceAll("_", " ")})`;
}

/** Shells by the names of their files: any other file is not started for a stack's sake. */
const SHELLS = /(^|[/\\])(sh|ash|bash|busybox|dash|ksh|ksh93|mksh|posh|yash|zsh)(\.exe)?$/;

export interface Wishes {
  readonly useSingleUse: boolean;
  /** In place of the stacks' own. */
  readonly shell: string | undefined;
}

export function prepare(placed: Placed, names: Names, { useSingleUse, shell }: Wishes): Prepared {
  const { construct } = placed;
  try {
    if (placed.count && evaluate(placed.count, names) === 0)
      return { kind: "left out", construct, why: "its count is 0" };
    const ready = readyFor(placed, names, shell);
    const once = SINGLE_USE.get(argument(ready.args, "form.grant_type")) ?? givenJwt(ready.args);
    if (once === undefined || useSingleUse) return { kind: "ready", ready };
    const why = `${once} may be taken only once, and Terraform would come too late: --use-single-use uses it up`;
    return { kind: "left out", construct, why };
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    return { kind: error.missing ? "problem" : "left out", construct, why: error.message };
  }
}

function readyFor(placed: Placed, names: Names, otherShell: string | undefined): Ready {
  const { construct, stack } = placed;
  const [ownShell = "", program = "", ...all] = placed.words.map((word) => textOf(evaluate(word, names)));
  const text = (value: Placed["stdin"]): string => (value ? textOf(evaluate(value, names)) : "");
  const environment = placed.environment ? evaluate(placed.environment, names) : {};
  const workingDirectory = resolve(stack.folder, text(placed.workingDirectory) || ".");
  const args = all.filter((word) => !/^(output|run|retry)=/.test(word) && word.includes("="));
  checkProgram(resolve(workingDirectory, program), args);
  const shell = otherShell ?? ownShell;
  if (otherShell === undefined && !SHELLS.test(shell))
    throw new NotKnown("its shell is not one that is known here: give one by --shell", true);
  return {
    construct,
    stackFolder: stack.folder,
    shell,
    args: [...args, "output=json"],
    environment: Object.fromEntries(
      Object.entries(environment as Readonly<Record<string, Value>>).map(([name, value]) => [name, textOf(value)]),
    ),
    stdin: text(placed.stdin),
    workingDirectory,
    tokenEndpoint: withoutCredentials(argument(args, "token_endpoint") || argument(args, "issuer")),
    clientId: argument(args, "client_id"),
    scope: argument(args, "form.scope"),
  };
}

/**
 * A script that lies in a folder is never started: this package's own program is, with the arguments that were found. It
 * takes those of earlier versions; those that it does not know are of a later one.
 */
function checkProgram(path: string, args: readonly string[]): void {
  const comparison = compareProgram(path);
  if (comparison === "missing")
    throw new NotKnown(
      "the program is not in the stack's folder, where Terraform would start it: synthesize again",
      true,
    );
  const unknown = unknownArguments(args.map((word) => word.slice(0, word.indexOf("="))));
  if (comparison === "another" && unknown.length > 0)
    throw new NotKnown(
      `it was synthesized by a later version of this library, whose arguments are not known here (${unknown.join(", ")}): use that version's verify`,
      true,
    );
}

function argument(args: readonly string[], name: string): string {
  const found =
    args
      .filter((word) => word.startsWith(`${name}=`))
      .at(-1)
      ?.slice(name.length + 1) ?? "";
  try {
    return decodeURIComponent(found.replaceAll("+", " "));
  } catch {
    return found;
  }
}
