import type { HttpRequest } from "../requests/request.js";
import { toBase64 } from "../values/base64.js";
import { propagate, concrete, requestsOf, sketch, trim, type SymbolicString } from "../values/symbolic-string.js";
import { failingWith, tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { readsNothing } from "./awk.js";
import { emit, joinWords, type Invocation } from "../program/invocation.js";
import { readOperands } from "./output.js";
import { applySed } from "./substitution.js";

/** Programs that give back a part of what they read. */
export const filters = (
  "grep egrep fgrep rg ggrep sed gsed awk gawk mawk cut tr head tail sort uniq rev fold paste column xmllint yq pup tidy od xxd iconv dos2unix " +
  "openssl sha256sum md5sum shasum wc fx dasel gron zcat gzip gunzip strings nl expand fmt json_pp hexdump tojson"
).split(" ");

/** Of these a program that matches nothing fails, so its status is a look at the result. */
const LOOKS = /^(?:grep|egrep|fgrep|rg|ggrep)$/;
const HASHES = /^(?:sha\d*sum|md5sum|shasum|wc|cksum)$/;

export function runFilter(invocation: Invocation): ExitStatus {
  const { args, name } = invocation;
  const input = inputOf(invocation);
  const requests = requestsOf(input) as HttpRequest[];
  if (HASHES.test(name)) {
    emit(invocation, propagate(input, { taint: undefined, encoded: true }));
    return tellsNothing;
  }
  const quiet = LOOKS.test(name) && args.some((arg) => /^-[a-zA-Z]*q|^--quiet|^--silent$/.test(sketch(arg)));
  if (!quiet) emit(invocation, filtered(invocation, input));
  return LOOKS.test(name) ? failingWith(requests) : tellsNothing;
}

function inputOf(invocation: Invocation): SymbolicString {
  const { args, name, streams } = invocation;
  if (/^(?:g|m)?awk$/.test(name) && readsNothing(invocation)) return [];
  if (streams.stdin) return streams.stdin;
  const files = args.filter((arg) => !sketch(arg).startsWith("-") && invocation.shell.readFile(arg) !== undefined);
  return files.length > 0 ? readOperands(invocation, files) : [];
}

/** What the script of a filter picks out of an answer: the token, the status after the last line break, or another field. */
function filtered({ name, args }: Invocation, input: SymbolicString): SymbolicString {
  if (name === "tr" || name === "rev" || name === "dos2unix" || name === "cat")
    return concrete(input) === undefined ? cleaned(input, args) : input;
  const script = sketch(joinWords(args));
  if (!input.some((fragment) => fragment.taint === "response")) {
    if (name === "head" || name === "tail" || name === "sort" || name === "uniq") return trim(input);
    if (name.endsWith("sed")) {
      const scripts = args.filter((arg) => /^s[^\w\s]/.test(sketch(arg)));
      const result = scripts.reduce<SymbolicString | undefined>((text, arg) => text && applySed(arg, text), input);
      if (scripts.length > 0 && result) return result;
    }
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

/** `tr -d '\n'` and the like leave what a text is. */
const cleaned = (input: SymbolicString, args: readonly SymbolicString[]): SymbolicString =>
  /^-d/.test(sketch(args[0] ?? [])) ? input : propagate(input);

export function base64(invocation: Invocation): ExitStatus {
  const decode = invocation.args.some((arg) => /^(?:-[a-zA-Z]*[dD]|--decode)$/.test(sketch(arg)));
  const operands = invocation.args.filter((arg) => !sketch(arg).startsWith("-") && !/^\d+$/.test(sketch(arg)));
  const input = operands.length > 0 ? readOperands(invocation, operands) : (invocation.streams.stdin ?? []);
  emit(invocation, decode ? propagate(input) : toBase64(input));
  return tellsNothing;
}
