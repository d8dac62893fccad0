import type { StartedProcess } from "../program/effects.js";
import { sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { kindOfOption } from "../vocabulary/secret-options.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";

/** A value that is a credential, or a token, because of the option that it follows. */
export interface OptionSecret {
  readonly option: string;
  readonly value: SymbolicString;
  readonly kind: "secret" | "token";
}

const OPTION = /^--?[A-Za-z][\w-]*/;

/** The values of a program's options that are secrets by their option: `--client-secret "$S"`, `-p=...` of `az login`. */
export function optionSecrets({ program, args }: StartedProcess, vocabulary: Vocabulary): OptionSecret[] {
  const words = args.map(sketch);
  return words.flatMap((word, index): OptionSecret[] => {
    const option = OPTION.exec(word)?.[0];
    if (option === undefined) return [];
    const kind =
      kindOfOption(program, words.slice(0, index), option) ??
      (option.startsWith("--") && vocabulary.classifyName(option.slice(2)) === "oauth" ? "secret" : undefined);
    if (kind === undefined) return [];
    if (word === option) return [{ option, value: args[index + 1] ?? [], kind }];
    return word.charAt(option.length) === "="
      ? [{ option, value: slice(args[index] ?? [], option.length + 1), kind }]
      : [];
  });
}

/** Files with a private key that signs an assertion (RFC 7523): what `openssl dgst -sign` reads. */
export function signingKeyFiles({ program, args }: StartedProcess): string[] {
  if (program !== "openssl") return [];
  const words = args.map(sketch);
  return words.flatMap((word, index) => (/^-(?:sign|inkey)$/.test(word) ? [words[index + 1] ?? ""] : []));
}
