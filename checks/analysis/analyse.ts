import type { Block } from "../configuration/configuration.js";
import { isOpaque } from "../requests/fields.js";
import { isTokenRequest } from "../requests/token-endpoint.js";
import type { ModuleInstance } from "../terraform/module.js";
import { answering, isSuspect } from "./answers.js";
import { bootScripts } from "../executions/boot-scripts.js";
import type { Activity, Context, TokenRequest, Undetermined } from "./context.js";
import { externalProgram, localCommand, localExec, remoteExec, shellScripts } from "../executions/programs.js";
import { isTokenLogin } from "./logins.js";
import { providerRequests } from "../executions/provider-requests.js";
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
      .filter((request) => isTokenRequest(request, options.tokenEndpoints) || isTokenLogin(request, activity))
      .map((request): TokenRequest => ({ request, activity })),
  );
  for (const { block, provisioner, facts } of activities) {
    for (const what of facts.notRead) undetermined.push({ block, place: provisioner?.place, why: `It runs ${what}.` });
  }
  for (const { request, activity } of tokenRequests) {
    if (!request.body.some(isOpaque)) continue;
    const why = "What the body of its access token request holds is not known.";
    undetermined.push({ rule: "json-body", block: activity.block, place: request.place, why });
  }
  const suspects = activities.filter(isSuspect);
  const secrets = new Secrets(
    tokenRequests,
    answering(modules, suspects, tokenRequests),
    options.secretNames ?? [],
    suspects,
  );
  return { modules, activities, tokenRequests, undetermined, secrets };
}

/** What a block starts when Terraform reads or makes it. */
function activitiesOf(module: ModuleInstance, block: Block): Activity[] {
  const [type = ""] = block.labels;
  if (type === "shell_script") return shellScripts(module, block);
  if (block.type === "resource") {
    const provisioners = block.nested("provisioner").flatMap((inner) => provisionerActivity(module, block, inner));
    return [...provisioners, ...bootScripts(module, block), ...providerRequests(module, block)];
  }
  if (block.type === "module" && !module.child(block.labels[0] ?? "")) return bootScripts(module, block);
  if (block.type !== "data" && block.type !== "ephemeral" && block.type !== "provider") return [];
  if (type === "external" && block.type === "data") return externalProgram(module, block);
  if (type === "local_command") return localCommand(module, block);
  return providerRequests(module, block);
}

function provisionerActivity(module: ModuleInstance, block: Block, inner: Block): Activity[] {
  if (inner.type !== "provisioner") return [];
  if (inner.labels[0] === "local-exec") return localExec(module, block, inner);
  if (inner.labels[0] === "remote-exec") return remoteExec(module, block, inner);
  return [];
}

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
