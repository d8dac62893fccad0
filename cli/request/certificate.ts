import { resolve } from "node:path";
import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import type { Method } from "./methods.js";

/** @throws UsageError */
export function certificateOf(given: Given, method: Method): string | undefined {
  const path = given.one("certificate");
  if (path !== undefined) return pathOf("certificate", path);
  if (method.certificate)
    throw new UsageError(
      `--method ${method.name} needs --certificate PATH, and the certificate's key by --certificate-key-file PATH or another option of that key.`,
    );
  return undefined;
}

/** @throws UsageError */
export function pathOf(option: string, path: string): string {
  if (path === "") throw new UsageError(`--${option} is empty.`);
  return resolve(path);
}
