import type { Block } from "../configuration/configuration.js";
import type { NotRead } from "../program/effects.js";
import { sketch } from "../values/symbolic-string.js";
import { declaresJson, isOpaque, looksJson } from "../requests/fields.js";
import type { HttpRequest } from "../requests/request.js";
import { isTokenRequest, jsonUse } from "../requests/token-endpoint.js";
import type { ModuleInstance } from "../terraform/module.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import { answeringBlocks, hasResult, isSuspect } from "./answers.js";
import { bootScripts } from "../executions/boot-scripts.js";
import type { Analysis, UndeterminedBlock } from "./analysis.js";
import type { TokenRequest } from "./token-request.js";
import type { Execution } from "../executions/execution.js";
import { commandsIn, hookProgram } from "../executions/terragrunt.js";
import {
  execPlugins,
  externalProgram,
  localCommand,
  localExec,
  remoteExec,
  shellScripts,
} from "../executions/programs.js";
import { Lookup } from "./lookup.js";
import { isTokenLogin } from "./logins.js";
import { providerRequests } from "../executions/provider-requests.js";
import { workflowRequests } from "../executions/workflow-requests.js";
import { Secrets } from "./secrets.js";

/** Follows everything that one root module and the modules it calls would run. */
export function analyse(root: ModuleInstance): Analysis {
  const { vocabulary } = root.workspace;
  const modules = instancesBelow(root);
  const undetermined: UndeterminedBlock[] = [];
  const executions = modules.flatMap((module) =>
    module.directory.blocks.flatMap((block) =>
      module.workspace.budget.within(block, () => executionsOf(module, block), []),
    ),
  );
  // Of a long body this takes long, too: its block pays for it.
  const tokenRequests = executions.flatMap((execution) =>
    root.workspace.budget.within(execution.block, () => tokenRequestsOf(execution, vocabulary), []),
  );
  for (const { block, provisioner, effects } of executions) {
    for (const unread of effects.notRead)
      undetermined.push({ block, place: provisioner?.place, why: `It runs ${named(unread, block)}.` });
  }
  for (const block of modules.flatMap((module) => module.directory.blocks))
    if (block.type === "generate")
      undetermined.push({ block, why: "It generates Terraform from a text that is not read." });
  for (const { request, execution } of tokenRequests) {
    const why = unclearBody(request);
    if (why === undefined) continue;
    undetermined.push({ rule: "json-body", block: execution.block, place: request.place, why });
  }
  const suspects = executions.filter(isSuspect);
  const minting = executions.filter(({ effects }) => effects.minted.length > 0);
  const answering = answeringBlocks(modules, [...suspects, ...minting.filter(hasResult)], tokenRequests);
  const secrets = new Secrets(tokenRequests, answering, vocabulary, suspects, executions);
  const lookup = new Lookup(modules, executions, tokenRequests);
  return { vocabulary, modules, executions, tokenRequests, undetermined, secrets, lookup };
}

/** Why it is not known whether the body of a token request is JSON by mistake. */
function unclearBody(request: HttpRequest): string | undefined {
  if (request.body.some(isOpaque)) return "What the body of its access token request holds is not known.";
  if (jsonUse(request) !== "unclear") return undefined;
  return request.body.some(looksJson) || declaresJson(request) === "yes"
    ? "Its access token request goes out as JSON, and the vendor's pages do not say whether this server takes it."
    : undefined;
}

const tokenRequestsOf = (execution: Execution, vocabulary: Vocabulary): TokenRequest[] =>
  execution.effects.requests
    .filter((request) => isTokenRequest(request, vocabulary) || isTokenLogin(request, execution))
    .map((request) => ({ request, execution }));

/** What could not be read, by a name that is in the configuration: one that was computed may be what a file holds. */
function named({ kind, name, why }: NotRead, { place: { file } }: Block): string {
  if (name === undefined) return why;
  const stands = name.every((fragment) => fragment.place?.file === file) && file.text().includes(sketch(name));
  const shown = stands && sketch(name).length <= 100 ? sketch(name) : undefined;
  return `${kind === undefined ? (shown ?? "a program") : `${kind} ${shown ?? "(computed)"}`}, ${why}`;
}

/** What a block starts when Terraform reads or makes it. */
function executionsOf(module: ModuleInstance, block: Block): Execution[] {
  const [type = ""] = block.labels;
  if (type === "shell_script") return shellScripts(module, block);
  if (block.type === "resource") {
    const provisioners = block.nested("provisioner").flatMap((inner) => provisionerExecutions(module, block, inner));
    return [
      ...provisioners,
      ...bootScripts(module, block),
      ...providerRequests(module, block),
      ...workflowRequests(module, block),
    ];
  }
  if (block.type.endsWith("_hook")) return hookProgram(module, block);
  if (block.type === "locals" || block.type === "inputs") return commandsIn(module, block);
  if (block.type === "module" && !module.child(block.labels[0] ?? "")) return bootScripts(module, block);
  if (block.type === "action" && type === "local_command")
    return block.nested("config").flatMap((config) => localCommand(module, block, config));
  if (block.type === "provider") return execPlugins(module, block);
  if (block.type !== "data" && block.type !== "ephemeral") return [];
  if (type === "external" && block.type === "data") return externalProgram(module, block);
  if (type === "local_command") return localCommand(module, block);
  return providerRequests(module, block);
}

function provisionerExecutions(module: ModuleInstance, block: Block, inner: Block): Execution[] {
  if (inner.type !== "provisioner") return [];
  if (inner.labels[0] === "local-exec") return localExec(module, block, inner);
  if (inner.labels[0] === "remote-exec") return remoteExec(module, block, inner);
  return [];
}

/** More calls of modules below one root module than are followed. */
const MAX_INSTANCES = 500;

function instancesBelow(root: ModuleInstance): ModuleInstance[] {
  const all = [root];
  for (let index = 0; index < all.length; index++) {
    const module = all[index];
    for (const block of module?.directory.blocks ?? []) {
      const child = block.type === "module" ? module?.child(block.labels[0] ?? "") : undefined;
      if (child && all.length < MAX_INSTANCES) all.push(child);
      else if (child)
        root.workspace.budget.cut(
          `is the call of a module beyond ${MAX_INSTANCES} calls, which was not followed`,
          block,
        );
    }
  }
  return all;
}
