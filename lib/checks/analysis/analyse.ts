import { addressOf, type Block } from "../model/configuration.js";
import { isTokenRequest } from "../request/token-endpoint.js";
import type { ModuleInstance } from "../resolve/module.js";
import { requestsOf, type Text } from "../resolve/text.js";
import { asText } from "../resolve/value.js";
import { fileKey } from "../shell/file-key.js";
import { bootScripts } from "./boot-scripts.js";
import type { Activity, Context, TokenRequest, Undetermined } from "./context.js";
import { externalProgram, localCommand, localExec, remoteExec } from "./programs.js";
import { providerRequests } from "./provider-requests.js";
import { Secrets } from "./secrets.js";

export interface AnalyseOptions {
  readonly tokenEndpoints?: readonly string[];
  readonly secretNames?: readonly string[];
}

/** Follows everything that one root module and the modules it calls would run. */
export function analyse(root: ModuleInstance, options: AnalyseOptions): Context {
  const modules = instancesBelow(root);
  const undetermined: Undetermined[] = [];
  const activities = modules.flatMap((module) =>
    module.directory.blocks.flatMap((block) => activitiesOf(module, block)),
  );
  const tokenRequests = activities.flatMap((activity) =>
    activity.facts.requests
      .filter((request) => isTokenRequest(request, options.tokenEndpoints))
      .map((request): TokenRequest => ({ request, activity })),
  );
  for (const { block, provisioner, facts } of activities) {
    for (const what of facts.notRead) undetermined.push({ block, place: provisioner?.place, why: `It runs ${what}.` });
  }
  const secrets = new Secrets(tokenRequests, answering(modules, activities, tokenRequests), options.secretNames ?? []);
  return { modules, activities, tokenRequests, undetermined, secrets };
}

/** What a block starts when Terraform reads or makes it. */
function activitiesOf(module: ModuleInstance, block: Block): Activity[] {
  const [type = ""] = block.labels;
  if (block.type === "resource") {
    const provisioners = block.blocks.flatMap((inner) => provisionerActivity(module, block, inner));
    return [...provisioners, ...bootScripts(module, block), ...providerRequests(module, block)];
  }
  if (block.type !== "data" && block.type !== "ephemeral" && block.type !== "provider") return [];
  if (type === "external" && block.type === "data") return [externalProgram(module, block)];
  if (type === "local_command") return [localCommand(module, block)];
  return providerRequests(module, block);
}

function provisionerActivity(module: ModuleInstance, block: Block, inner: Block): Activity[] {
  if (inner.type !== "provisioner") return [];
  if (inner.labels[0] === "local-exec") return [localExec(module, block, inner)];
  if (inner.labels[0] === "remote-exec") return [remoteExec(module, block, inner)];
  return [];
}

/** Blocks whose attributes hold an answer: of a request that was seen, or of a program that could not be read but is asked for a token. */
function answering(
  modules: readonly ModuleInstance[],
  activities: readonly Activity[],
  tokenRequests: readonly TokenRequest[],
): Set<string> {
  const key = ({ module, block }: Activity): string => `${module.directory.path}|${addressOf(block)}`;
  const all = new Set(
    tokenRequests
      .map(({ activity }) => activity)
      .filter(gives)
      .map(key),
  );
  for (const activity of activities) {
    if (!gives(activity) || activity.facts.notRead.length === 0) continue;
    const words = [addressOf(activity.block), ...activity.facts.notRead].join(" ");
    if (/token|oauth|login|auth(?!or)/i.test(words)) all.add(key(activity));
  }
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

function instancesBelow(root: ModuleInstance): ModuleInstance[] {
  const all = [root];
  for (let index = 0; index < all.length; index++) {
    const module = all[index];
    for (const block of module?.directory.blocks ?? []) {
      const child = block.type === "module" ? module?.child(block.labels[0] ?? "") : undefined;
      // A ring or a tree of modules without end is nothing that Terraform would load.
      if (child && all.length < 500) all.push(child);
    }
  }
  return all;
}
