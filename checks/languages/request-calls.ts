import type { CodeReader } from "./code-reader.js";
import { nodeRequest } from "./javascript/requests.js";
import { pythonRequest } from "./python/requests.js";
import { clientOf } from "./request-shape.js";
import type { Argument, AbstractValue } from "./abstract-value.js";

const CLIENT =
  /^(?:requests\.[Ss]ession|(?:httpx\.)?(?:Async)?Client|(?:aiohttp\.)?ClientSession|Session|axios\.create|got\.extend)$/;

/** A call that makes a request, prepares one, or makes a client for several; undefined where it is no such call. */
export function callRequest(
  reader: CodeReader,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
): AbstractValue | undefined {
  const symbol = callee.qualifiedName ?? "";
  const python = reader.language === "python";
  if (CLIENT.test(symbol))
    return { content: clientOf(args), qualifiedName: python ? "client" : (symbol.split(".")[0] ?? "axios") };
  return python ? pythonRequest(reader, callee, args, place) : nodeRequest(reader, callee, args, place);
}
