import type { Block } from "../configuration/configuration.js";
import type { Execution } from "../executions/execution.js";
import type { HttpRequest } from "../requests/request.js";
import type { ModuleInstance } from "../terraform/module.js";
import type { TokenRequest } from "./token-request.js";

/** What belongs to what, found once: a file may have as many requests as blocks. */
export class Lookup {
  private readonly byExecution = new Map<Execution, TokenRequest[]>();
  private readonly byBlock = new Map<Block, Execution[]>();
  private readonly byPath = new Map<string, ModuleInstance>();
  private readonly asking: ReadonlySet<HttpRequest>;

  public constructor(
    modules: readonly ModuleInstance[],
    executions: readonly Execution[],
    tokenRequests: readonly TokenRequest[],
  ) {
    for (const module of modules)
      if (!this.byPath.has(module.directory.path)) this.byPath.set(module.directory.path, module);
    for (const execution of executions) add(this.byBlock, execution.block, execution);
    for (const request of tokenRequests) add(this.byExecution, request.execution, request);
    this.asking = new Set(tokenRequests.map(({ request }) => request));
  }

  /** The module of a folder; of several calls the first. */
  public module(path: string): ModuleInstance | undefined {
    return this.byPath.get(path);
  }

  /** What a block starts, in whichever call of its module. */
  public executionsOf(block: Block): readonly Execution[] {
    return this.byBlock.get(block) ?? [];
  }

  public requestsOf(execution: Execution): readonly TokenRequest[] {
    return this.byExecution.get(execution) ?? [];
  }

  /** Whether a request is one for a token. */
  public asks(request: HttpRequest): boolean {
    return this.asking.has(request);
  }
}

function add<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
