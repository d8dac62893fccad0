import type { Execution } from "../../executions/execution.js";
import type { TokenConstruct } from "../../vocabulary/token-constructs.js";

/**
 * The construct that makes such a request the right way. None runs on another machine, as a boot script or remote-exec does.
 */
export function constructFor({ kind, block }: Execution): TokenConstruct | undefined {
  switch (kind) {
    case "local-exec":
      return "LocalExecAccessToken";
    case "external":
      return block.type === "data" ? "ExternalAccessToken" : "LocalExecAccessToken";
    case "ephemeral":
      return "EphemeralAccessToken";
    case "provider":
      return block.type === "data" ? "ExternalAccessToken" : "EphemeralAccessToken";
    case "boot":
    case "remote-exec":
      return undefined;
  }
}
