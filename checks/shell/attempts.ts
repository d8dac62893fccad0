import type { Asked } from "../values/symbolic-string.js";
import type { Node } from "./syntax.js";

/** What a success leaves: `&& exit 0`, `&& return 0`, `&& break`. */
export type Left = "script" | "function" | "loop";

const LEAVES: Readonly<Record<string, Left>> = { exit: "script", return: "function", break: "loop" };

/**
 * Requests whose success leaves the script, the function or the loop, as attempts do: what follows runs only once they have failed,
 * and tells so if it ends with a failure of its own.
 */
export class Attempts {
  private readonly pending = new Map<Asked, Left>();

  public note(requests: Iterable<Asked>, left: Left): void {
    for (const request of requests) this.pending.set(request, left);
  }

  /** Whatever ends with a failure here is what their failure leads to. */
  public fail(): Asked[] {
    const requests = [...this.pending.keys()];
    this.pending.clear();
    return requests;
  }

  /** A loop that only a success leaves, or a function that has ended: what it left behind, which is no longer followed. */
  public end(left: Left): Asked[] {
    const ended = [...this.pending].filter(([, kind]) => kind === left).map(([request]) => request);
    for (const request of ended) this.pending.delete(request);
    return ended;
  }

  /** Runs what is started for another reason than that they failed: `./deploy || exit 1`. */
  public aside<T>(run: () => T): T {
    const kept = [...this.pending];
    this.pending.clear();
    const result = run();
    for (const [request, left] of kept) this.pending.set(request, left);
    return result;
  }
}

/** What a part of a script leaves with success, if that is how it ends. */
export function leaves(node: Node): Left | undefined {
  switch (node.type) {
    case "Statement":
      return leaves(node.command);
    case "Redirected":
      return leaves(node.command);
    case "BraceGroup":
      return leaves(node.body);
    case "CompoundList": {
      const last = node.commands.at(-1);
      return last && leaves(last);
    }
    case "Command": {
      const left = LEAVES[node.name?.value ?? ""];
      const status = node.args[0];
      const succeeds = left === "loop" || status === undefined || (status.type === "Word" && status.value === "0");
      return succeeds ? left : undefined;
    }
    default:
      return undefined;
  }
}
