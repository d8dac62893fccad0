import type { Block } from "../configuration/configuration.js";
import { CONTAINER_WORDS } from "../vocabulary/containers.js";
import { SCRIPT_ATTRIBUTES } from "../vocabulary/boot-scripts.js";
import { callsTokenTool } from "../vocabulary/token-tools.js";
import { sketch, type SymbolicString } from "../values/symbolic-string.js";

/** Words without which nothing is a token request: in its URL, its fields, or the name of what holds the URL. */
const REQUEST = /token|oauth|grant|secret|auth|idp|sso|login|jwt|assertion/i;
/** What brings further text in: scripts, templates, values from elsewhere. */
const ELSEWHERE = /templatefile|template_file|\bfile\(|\blocal\.|\bmodule\.|\bdata\.|\bvar\.|\.rendered/;
/** A command that starts a script or an interpreter, of which the text says nothing. */
const SCRIPT =
  /\.(?:sh|bash|zsh|py|ps1|[cm]?js|ts|rb|pl|php|go|exe)\b|(?:^|[;&|(\n]\s{0,40}|\b(?:sh|bash|zsh|exec|sudo|env|xargs|time|nohup)\s{1,40}(?:-\S{1,40}\s{1,40}){0,9})(?:\.{0,2}\/\S|(?:source|\.)\s)|\b(?:python|node|pwsh|powershell|make|npm|npx|task|just|ruby|perl|php|go run)/i;
/** Names of attributes that hold a script, and of blocks that start a container. */
const SCRIPT_NAMES = shortest(
  [...SCRIPT_ATTRIBUTES, ...CONTAINER_WORDS.filter(({ part }) => part === "block" || part === "document")].map(
    ({ name }) => name,
  ),
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
  (block.mentions(REQUEST) || block.mentions(ELSEWHERE) || block.mentions({ test: callsTokenTool }));

/** Whether a program may make a token request, or be given a credential: most provisioners are out here. */
export function mayRequest(
  words: readonly SymbolicString[],
  environment: readonly (readonly [string, SymbolicString])[],
): boolean {
  const script = words.map(sketch).join(" ");
  if (REQUEST.test(script) || callsTokenTool(script) || SCRIPT.test(script.replace(/^\/bin\/sh -c /, ""))) return true;
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
