import { addressOf } from "../configuration/configuration.js";
import type { ModuleInstance } from "../terraform/module.js";
import { requestsOf, sketch, type SymbolicString } from "../values/symbolic-string.js";
import { asString, fragmentsOf } from "../values/symbolic-value.js";
import { parseJsonText } from "../values/json.js";
import { fileKey } from "../program/file-key.js";
import type { TokenRequest } from "./token-request.js";
import type { Execution } from "../executions/execution.js";
import { wordsOf } from "../vocabulary/request-words.js";

const ASKED = wordsOf("name");

/** A program that gives a result and could not be read, but is asked for a token by its name. */
export function isSuspect(execution: Execution): boolean {
  const { notRead } = execution.effects;
  if (!hasResult(execution) || notRead.length === 0) return false;
  return ASKED.test(
    [addressOf(execution.block), ...notRead.map(({ name, why }) => (name ? sketch(name) : why))].join(" "),
  );
}

/** Blocks whose attributes hold an answer: of a request that was seen, or of a program that could not be read but is asked for a token. */
export function answeringBlocks(
  modules: readonly ModuleInstance[],
  suspects: readonly Execution[],
  tokenRequests: readonly TokenRequest[],
): Set<string> {
  const key = ({ module, block }: Execution): string => `${module.directory.path}|${addressOf(block)}`;
  const all = new Set(
    tokenRequests
      .map(({ execution }) => execution)
      .filter((execution) => hasResult(execution) && !leavesOutToken(execution))
      .map(key),
  );
  for (const execution of suspects) all.add(key(execution));
  const files = tokenFiles(tokenRequests);
  for (const file of files) all.add(`file|${file}`);
  for (const module of modules) {
    for (const block of module.directory.blocks) {
      if (block.type !== "data" || !/^local_(?:sensitive_)?file$/.test(block.labels[0] ?? "")) continue;
      const path = module.attribute(block.attributes.get("filename"), block);
      if (path && files.has(fileKey(asString(path), module.root.directory.path)))
        all.add(`${module.directory.path}|${addressOf(block)}`);
    }
  }
  return all;
}

/** Whether all that a program gives as its result is known, and no token is in it: `{"expires_in": "3600"}`. */
function leavesOutToken({ kind, output }: Execution): boolean {
  const result = kind === "external" ? parseJsonText(output) : undefined;
  if (result?.kind !== "object") return false;
  return fragmentsOf(result).every(({ text, taint }) => text !== undefined || taint === "field" || taint === "status");
}

/** Files that a program leaves the token, or the answer with it, in. */
function tokenFiles(tokenRequests: readonly TokenRequest[]): Set<string> {
  const requests = new Set<object>(tokenRequests.map(({ request }) => request));
  const written = tokenRequests.flatMap(({ execution }) => [...execution.effects.written]);
  const holds = ([, content]: readonly [string, SymbolicString]): boolean =>
    content.some(
      (fragment) =>
        (fragment.taint === "token" || fragment.taint === "response") &&
        requestsOf([fragment]).some((request) => requests.has(request)),
    );
  return new Set(written.filter(holds).map(([name]) => name));
}

export const hasResult = (execution: Execution): boolean =>
  execution.kind === "external" || execution.kind === "ephemeral" || execution.kind === "provider";
