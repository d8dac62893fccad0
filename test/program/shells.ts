import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { TestContext } from "vitest";
import { cannotRun } from "../needs";

/** Shells that the program works under, each with how it is started. */
export const SHELLS: [string, string[]][] = [
  ["sh", ["/bin/sh"]],
  ["dash", [found("dash")]],
  ["bash", [found("bash")]],
  ["bash --posix", [found("bash"), "--posix"]],
  ["busybox sh", [found("busybox"), "sh"]],
  ["yash", [found("yash")]],
  ["ksh93", [found("ksh93")]],
  ["mksh", [found("mksh")]],
];

/** BWK awk is called so by Debian and others, and is `bwk` or `nawk` elsewhere. */
export const AWKS: [string, string][] = [
  ["mawk", found("mawk")],
  ["gawk", found("gawk")],
  ["busybox awk", found("busybox")],
  ["BWK awk", found("original-awk", "bwk", "nawk")],
];

/** A tool that is not on this machine is announced by name; with CI=true it is a failure. */
export function available(context: TestContext, title: string, file: string): void {
  if (!existsSync(file)) cannotRun(context, `${title} is not installed`);
}

/** The first of these programs that is on PATH, else the name. */
function found(...names: [string, ...string[]]): string {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const files = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return files.find((file) => existsSync(file)) ?? names[0];
}
