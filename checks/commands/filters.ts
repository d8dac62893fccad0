import { hole, propagate, requestsOf, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { printedWithoutInput } from "./awk.js";
import { emit, joinWords, type Invocation } from "../program/invocation.js";
import { chosenLines } from "./lines.js";
import { readOperands } from "./output.js";
import { sed } from "./sed.js";

/** Programs that give back a part of what they read. */
export const filters = (
  "grep egrep fgrep rg ggrep sed gsed awk gawk mawk cut head tail sort uniq rev fold paste column xmllint yq pup tidy od xxd iconv dos2unix " +
  "sha256sum md5sum shasum wc fx dasel gron zcat gzip gunzip strings nl expand fmt json_pp hexdump tojson"
).split(" ");

/** Of these a program that matches nothing fails, so its status is a look at the result. */
const LOOKS = new Set(["grep", "egrep", "fgrep", "rg", "ggrep"]);
const HASHES = new Set(["sha256sum", "md5sum", "shasum", "wc"]);
const AWK = /^(?:g|m)?awk$/;

export function runFilter(invocation: Invocation): ExitStatus {
  const { name } = invocation;
  if (name.endsWith("sed")) return sed(invocation, (input) => filtered(invocation, input));
  const begun = AWK.test(name) ? printedWithoutInput(invocation) : undefined;
  const input = inputOf(invocation);
  if (begun) emit(invocation, begun);
  else if (HASHES.has(name)) emit(invocation, propagate(input, { taint: undefined, encoded: true }));
  else if (LOOKS.has(name)) return grep(invocation, input);
  else emit(invocation, filtered(invocation, input));
  return tellsNothing;
}

/** `grep -q` prints nothing, and `grep -c` a number. */
function grep(invocation: Invocation, input: SymbolicString): ExitStatus {
  const has = (option: RegExp): boolean => invocation.args.some((arg) => option.test(sketch(arg)));
  if (has(/^-[a-zA-Z]*c|^--count$/)) emit(invocation, propagate(input, { taint: "field" }));
  else if (!has(/^-[a-zA-Z]*q|^--quiet|^--silent$/)) emit(invocation, filtered(invocation, input));
  return failingWith(requestsOf(input));
}

function inputOf(invocation: Invocation): SymbolicString {
  const { args, streams } = invocation;
  if (streams.stdin) return streams.stdin;
  const files = args.filter((arg) => !sketch(arg).startsWith("-") && invocation.shell.readFile(arg) !== undefined);
  if (files.length > 0) return readOperands(invocation, files);
  return PATH.test(sketch(args.at(-1) ?? [])) ? [hole({ unread: true })] : [];
}

/** What can only be a file, be it there to read or not. */
const PATH = /^(?:~|\.{1,2})?\/\S+$|^[\w-]+\.\w+$/;

/** What the script of a filter picks out of an answer: the token, the status after the last line break, or another field. */
function filtered(invocation: Invocation, input: SymbolicString): SymbolicString {
  const { name, args } = invocation;
  if (name === "rev" || name === "dos2unix") return propagate(input);
  const script = sketch(joinWords(args));
  if (!input.some((fragment) => fragment.taint === "response")) {
    if (name === "head" || name === "tail" || name === "sort" || name === "uniq") return chosenLines(invocation, input);
    return propagate(input, encodes(script) ? { encoded: true } : {});
  }
  if (/access_?token|id_token|refresh_token|\btoken\b|AccessToken/i.test(script))
    return propagate(input, { taint: "token" });
  const withStatus = input.some((fragment) => fragment.taint === "status");
  if (name === "tail" && withStatus) return propagate(input.filter((fragment) => fragment.taint === "status"));
  if (name === "head" || name === "sed") return input.filter((fragment) => fragment.taint !== "status");
  return input;
}

const encodes = (script: string): boolean =>
  /%%?(?:02X|2B)|s\/\+\/%2B|uri_escape|urlencode|CGI\.escape|ERB::Util/i.test(script);
