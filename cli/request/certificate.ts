import { resolve } from "node:path";
import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import type { Method } from "./methods.js";

/** @throws UsageError */
export function certificateOf(given: Given, method: Method): string | undefined {
  if (given.has("certificate")) return pathOf(given, "certificate");
  if (method.certificate)
    throw new UsageError(
      `--method ${method.name} needs --certificate PATH, and the certificate's key by --certificate-key-file PATH or another option of that key.`,
    );
  return undefined;
}

/** @throws UsageError */
export function pathOf(given: Given, option: string): string {
  const path = given.one(option) ?? "";
  if (path === "") throw new UsageError(`--${option} is empty.`);
  return resolve(path);
}
