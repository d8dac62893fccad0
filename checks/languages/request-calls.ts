import type { AbstractValue, Argument } from "./abstract-value.js";
import type { ProgramReader } from "./program-reader.js";

/** What the libraries of a language make of a call; undefined where it makes no request, and prepares none. */
export type RequestLibrary = (
  reader: ProgramReader,
  callee: AbstractValue,
  args: readonly Argument[],
  place: number,
) => AbstractValue | undefined;

const CLIENT =
  /^(?:requests\.[Ss]ession|(?:httpx\.)?(?:Async)?Client|(?:aiohttp\.)?ClientSession|Session|axios\.create|got\.extend)$/;

/** Whether a call makes a client for several requests. */
export const makesClient = (symbol: string): boolean => CLIENT.test(symbol);
