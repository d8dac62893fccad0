import type { HttpRequest } from "../requests/request.js";
import { toBase64 } from "../terraform/functions.js";
import { blend, known, requestsOf, sketch, trim, type Text } from "../values/text.js";
import { carrying, silent, type Outcome } from "../program/outcome.js";
import { readsNothing } from "./awk.js";
import { emit, joined, type Invocation } from "./invocation.js";
import { contents } from "./output.js";
import { substituted } from "./substitution.js";

/** Programs that give back a part of what they read. */
export const filters = (
  "grep egrep fgrep rg ggrep sed gsed awk gawk mawk cut tr head tail sort uniq rev fold paste column xmllint yq pup tidy od xxd iconv dos2unix " +
  "openssl sha256sum md5sum shasum wc perl ruby php fx dasel gron zcat gzip gunzip strings nl expand fmt json_pp hexdump tojson"
).split(" ");

/** Of these a program that matches nothing fails, so its status is a look at the result. */
const LOOKS = /^(?:grep|egrep|fgrep|rg|ggrep)$/;
const HASHES = /^(?:sha\d*sum|md5sum|shasum|wc|cksum)$/;

export function looks(invocation: Invocation): Outcome {
  const { args, name } = invocation;
  const input = inputOf(invocation);
  const requests = requestsOf(input) as HttpRequest[];
  if (HASHES.test(name)) {
    emit(invocation, blend(input, { nature: undefined, encoded: true }));
    return silent;
  }
  const quiet = LOOKS.test(name) && args.some((arg) => /^-[a-zA-Z]*q|^--quiet|^--silent$/.test(sketch(arg)));
  if (!quiet) emit(invocation, filtered(invocation, input));
  return LOOKS.test(name) ? carrying(requests) : silent;
}

function inputOf(invocation: Invocation): Text {
  const { args, name, streams } = invocation;
  if (/^(?:g|m)?awk$/.test(name) && readsNothing(invocation)) return [];
  if (streams.stdin) return streams.stdin;
  const files = args.filter((arg) => !sketch(arg).startsWith("-") && invocation.shell.readFile(arg) !== undefined);
  return files.length > 0 ? contents(invocation, files) : [];
}

/** What the script of a filter picks out of an answer: the token, the status after the last line break, or another field. */
function filtered({ name, args }: Invocation, input: Text): Text {
  if (name === "tr" || name === "rev" || name === "dos2unix" || name === "cat")
    return known(input) === undefined ? cleaned(input, args) : input;
  const script = sketch(joined(args));
  if (!input.some((piece) => piece.nature === "response")) {
    if (name === "head" || name === "tail" || name === "sort" || name === "uniq") return trim(input);
    if (name.endsWith("sed")) {
      const scripts = args.filter((arg) => /^s[^\w\s]/.test(sketch(arg)));
      const result = scripts.reduce<Text | undefined>((text, arg) => text && substituted(arg, text), input);
      if (scripts.length > 0 && result) return result;
    }
    return blend(input, encodes(script) ? { encoded: true } : {});
  }
  if (/access_?token|id_token|refresh_token|\btoken\b|AccessToken/i.test(script))
    return blend(input, { nature: "token" });
  const withStatus = input.some((piece) => piece.nature === "status");
  if (name === "tail" && withStatus) return blend(input.filter((piece) => piece.nature === "status"));
  if (name === "head" || name === "sed") return input.filter((piece) => piece.nature !== "status");
  return input;
}

const encodes = (script: string): boolean =>
  /%%?(?:02X|2B)|s\/\+\/%2B|uri_escape|urlencode|CGI\.escape|ERB::Util/i.test(script);

/** `tr -d '\n'` and the like leave what a text is. */
const cleaned = (input: Text, args: readonly Text[]): Text =>
  /^-d/.test(sketch(args[0] ?? [])) ? input : blend(input);

export function base64(invocation: Invocation): Outcome {
  const decode = invocation.args.some((arg) => /^(?:-[a-zA-Z]*[dD]|--decode)$/.test(sketch(arg)));
  const operands = invocation.args.filter((arg) => !sketch(arg).startsWith("-") && !/^\d+$/.test(sketch(arg)));
  const input = operands.length > 0 ? contents(invocation, operands) : (invocation.streams.stdin ?? []);
  emit(invocation, decode ? blend(input) : toBase64(input));
  return silent;
}
