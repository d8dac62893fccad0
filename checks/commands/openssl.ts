import { fromBase64, toBase64 } from "../values/base64.js";
import { hole, propagate, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { inLines } from "./base64.js";
import { readOperands } from "./output.js";

/** openssl-enc(1): lines of Base64 are 64 characters long. */
const LINE = 64;

/** openssl's commands: Base64 is known; what else they make of their input no longer tells what it was. */
export function openssl(invocation: Invocation): ExitStatus {
  const [command = "", ...options] = invocation.args.map(sketch);
  const has = (...names: readonly string[]): boolean => options.some((option) => names.includes(option));
  const from = options.indexOf("-in");
  const file = from < 0 ? undefined : invocation.args[from + 2];
  const input = readOperands(invocation, file ? [file] : []);
  if (command === "base64" || (command === "enc" && has("-base64", "-a") && !options.some(isCipher)))
    emit(invocation, has("-d") ? fromBase64(input) : inLines(toBase64(input), has("-A") ? 0 : LINE));
  else emit(invocation, madeBy(command, input));
  return tellsNothing;
}

/** https://docs.openssl.org/master/man1/openssl-enc/ */
const CIPHERS = ["-aes", "-des", "-camellia", "-aria", "-chacha", "-bf", "-rc"];
const isCipher = (option: string): boolean => CIPHERS.some((cipher) => option.startsWith(cipher));
/** https://docs.openssl.org/master/man1/openssl-cmds/ */
const ONE_WAY = ["dgst", "sha", "md5", "mac", "pkeyutl", "rsautl"];

/** A digest or a signature tells nothing of its input, and a random value has none. */
function madeBy(command: string, input: SymbolicString): SymbolicString {
  if (command === "rand") return [hole()];
  if (ONE_WAY.some((name) => command.startsWith(name))) return propagate(input, { taint: undefined, encoded: true });
  return propagate(input);
}
