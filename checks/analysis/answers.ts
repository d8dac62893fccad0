import { addressOf } from "../configuration/configuration.js";
import type { ModuleInstance } from "../terraform/module.js";
import { requestsOf, type Text } from "../values/text.js";
import { asText } from "../values/value.js";
import { fileKey } from "../program/file-key.js";
import type { Activity, TokenRequest } from "./context.js";

/** A program that gives a result and could not be read, but is asked for a token by its name. */
export function isSuspect(activity: Activity): boolean {
  if (!gives(activity) || activity.facts.notRead.length === 0) return false;
  return /token|oauth|login|auth(?!or)/i.test([addressOf(activity.block), ...activity.facts.notRead].join(" "));
}

/** Blocks whose attributes hold an answer: of a request that was seen, or of a program that could not be read but is asked for a token. */
export function answering(
  modules: readonly ModuleInstance[],
  suspects: readonly Activity[],
  tokenRequests: readonly TokenRequest[],
): Set<string> {
  const key = ({ module, block }: Activity): string => `${module.directory.path}|${addressOf(block)}`;
  const all = new Set(
    tokenRequests
      .map(({ activity }) => activity)
      .filter(gives)
      .map(key),
  );
  for (const activity of suspects) all.add(key(activity));
  const files = tokenFiles(tokenRequests);
  for (const file of files) all.add(`file|${file}`);
  for (const module of modules) {
    for (const block of module.directory.blocks) {
      if (block.type !== "data" || !/^local_(?:sensitive_)?file$/.test(block.labels[0] ?? "")) continue;
      const path = module.attribute(block.attributes.get("filename"), block);
      if (path && files.has(fileKey(asText(path), module.root.directory.path)))
        all.add(`${module.directory.path}|${addressOf(block)}`);
    }
  }
  return all;
}

/** Files that a program leaves the token, or the answer with it, in. */
function tokenFiles(tokenRequests: readonly TokenRequest[]): Set<string> {
  const requests = new Set<object>(tokenRequests.map(({ request }) => request));
  const written = tokenRequests.flatMap(({ activity }) => [...activity.facts.written]);
  const holds = ([, content]: readonly [string, Text]): boolean =>
    content.some(
      (piece) =>
        (piece.nature === "token" || piece.nature === "response") &&
        requestsOf([piece]).some((request) => requests.has(request)),
    );
  return new Set(written.filter(holds).map(([name]) => name));
}

const gives = (activity: Activity): boolean =>
  activity.kind === "external" || activity.kind === "ephemeral" || activity.kind === "provider";
