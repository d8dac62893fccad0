import type { Block } from "../configuration/configuration.js";
import { CONTAINER_WORDS } from "../vocabulary/containers.js";
import { SCRIPT_ATTRIBUTES } from "../vocabulary/boot-scripts.js";
import { INTERPRETERS, SCRIPT_ENDINGS } from "../vocabulary/interpreters.js";
import { wordsOf } from "../vocabulary/request-words.js";
import { WRAPPERS } from "../vocabulary/wrappers.js";
import { callsTokenTool } from "../vocabulary/token-tools.js";
import { sketch, type SymbolicString } from "../values/symbolic-string.js";

const REQUEST = wordsOf("block");
/** What brings further text in: scripts, templates, values from elsewhere. */
const ELSEWHERE = ["templatefile", "template_file", "file(", "local.", "module.", "data.", "var.", ".rendered"];
const BRINGS_TEXT = { test: (text: string): boolean => ELSEWHERE.some((part) => text.includes(part)) };

/** Programs that start a script of which the text says nothing: interpreters, and runners of recipes. */
const STARTERS = new Set([
  ...INTERPRETERS.filter(({ language }) => language !== "shell").map(({ name }) => name),
  ...["make", "npm", "npx", "task", "just"],
]);
const BEFORE_A_PATH = new Set([
  ...INTERPRETERS.filter(({ language }) => language === "shell").map(({ name }) => name),
  ...WRAPPERS.map(({ program }) => program),
  "xargs",
]);
const ENDINGS = new Set(SCRIPT_ENDINGS.map(({ ending }) => ending));
/** A path where a command begins, or after a program that starts one; a file that is sourced. */
const PATH = /(?:^|[;&|(\n]\s{0,40}|\b(\w+)\s{1,40}(?:-\S{1,40}\s{1,40}){0,9})(?:\.{0,2}\/\S|(?:source|\.)\s)/g;

/** Whether a command starts a script: by the ending of its name, by a path, or by a program for such. */
function startsScript(command: string): boolean {
  const plain = command.toLowerCase();
  if (matches(/\.(\w+)/g, plain).some((ending) => ENDINGS.has(ending ?? ""))) return true;
  if (matches(/(?<![\w-])([a-z]+)/g, plain).some((word) => STARTERS.has(word ?? ""))) return true;
  return matches(PATH, plain).some((before) => before === undefined || BEFORE_A_PATH.has(before));
}

const matches = (pattern: RegExp, text: string): (string | undefined)[] =>
  Array.from(text.matchAll(pattern), (match) => match[1]);

/** Names of attributes that hold a script, and of blocks that start a container. */
const SCRIPT_NAMES = shortest(
  [
    ...SCRIPT_ATTRIBUTES,
    ...CONTAINER_WORDS.filter(({ part }) => part === "type" || part === "block" || part === "document"),
  ].map(({ name }) => name),
);
const SCRIPT_NAME = { test: (text: string): boolean => SCRIPT_NAMES.some((name) => text.includes(name)) };

/** Each once, without those that have another in them: a text with these has that one, too. */
function shortest(names: readonly string[]): readonly string[] {
  const all = [...new Set(names)];
  return all.filter((name) => !all.some((other) => other !== name && name.includes(other)));
}

/** Whether a block may hold a script that makes a token request. */
export const mayHoldScript = (block: Block): boolean =>
  block.mentions(SCRIPT_NAME) &&
  (block.mentions(REQUEST) || block.mentions(BRINGS_TEXT) || block.mentions({ test: callsTokenTool }));

/** Whether a program may make a token request, or be given a credential: most provisioners are out here. */
export function mayRequest(
  words: readonly SymbolicString[],
  environment: readonly (readonly [string, SymbolicString])[],
): boolean {
  const script = words.map(sketch).join(" ");
  if (REQUEST.test(script) || callsTokenTool(script) || startsScript(script.replace(/^\/bin\/sh -c /, ""))) return true;
  return (
    words.some(relevant) ||
    environment.some(([name, text]) => REQUEST.test(name) || REQUEST.test(sketch(text)) || relevant(text))
  );
}

const relevant = (text: SymbolicString): boolean =>
  text.some(
    (fragment) =>
      fragment.taint !== undefined ||
      fragment.provenance.some(
        (origin) => REQUEST.test(origin.address) || (origin.member !== undefined && REQUEST.test(origin.member)),
      ),
  );
