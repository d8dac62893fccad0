import type { Channel } from "../requests/request.js";
import { concrete, literal, sketch, slice, split, hole, type SymbolicString } from "../values/symbolic-string.js";
import type { Invocation } from "../program/invocation.js";

export interface InputContent {
  readonly content: SymbolicString;
  readonly channel: Channel;
}

/** Where a program that makes requests finds what its arguments point to. */
export interface Input {
  /** The file of `@file` or stdin of `@-`; the text itself where it names none. */
  atFile(value: SymbolicString, channel: Channel, mark?: RegExp): InputContent;
  /** `name=content`, `name@file`, `=content`, `@file`, `content` of `--data-urlencode`. */
  urlencoded(value: SymbolicString, channel: Channel): InputContent;
  file(name: SymbolicString): InputContent;
  lines(text: SymbolicString): SymbolicString[];
  /** `name=content`, `name@file`, `%NAME`, `%NAME=fallback` of `--variable`. */
  curlVariable(value: SymbolicString): [string, SymbolicString];
}

export function inputAt({ shell, streams }: Invocation): Input {
  const file = (name: SymbolicString): InputContent => {
    const plain = concrete(name);
    if (plain === "-" || plain === "/dev/stdin" || plain === "/dev/fd/0")
      return { content: streams.stdin ?? [hole()], channel: "stdin" };
    const channel: Channel = plain?.startsWith("/dev/fd/") ? "stdin" : "file";
    return { content: shell.readFile(name) ?? [hole({ unread: true })], channel };
  };
  const atFile: Input["atFile"] = (value, channel, mark = /^@/) =>
    mark.test(sketch(value)) ? file(slice(value, 1)) : { content: value, channel };
  return {
    file,
    atFile,
    urlencoded: (value, channel) => {
      const match = /^([^=@]*)([=@])/.exec(sketch(value));
      if (!match) return { content: value, channel };
      const name = slice(value, 0, match[1]?.length ?? 0);
      const rest = slice(value, match[0].length);
      const source = match[2] === "@" ? file(rest) : { content: rest, channel };
      return {
        content: name.length > 0 ? [...name, literal("="), ...source.content] : source.content,
        channel: source.channel,
      };
    },
    lines: (text) => split(text, /\r?\n/g).filter((line) => sketch(line).trim() !== ""),
    curlVariable: (value) => {
      const whole = sketch(value);
      const match = /^(%?)([A-Za-z0-9_]+)([=@])?/.exec(whole);
      const name = match?.[2] ?? "";
      const rest = slice(value, match?.[0].length ?? 0);
      if (match?.[1] === "%")
        return [name, shell.variable(name) ?? (rest.length > 0 ? rest : [hole(shell.taintOf(name))])];
      return [name, match?.[3] === "@" ? file(rest).content : rest];
    },
  };
}
