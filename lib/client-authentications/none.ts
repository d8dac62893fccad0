import type { ClientAuthenticationMethod } from "./method";

/** @internal */
export const NONE: ClientAuthenticationMethod = { factory: "none", name: "none" };
