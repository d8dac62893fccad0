import { relative, sep } from "node:path";
import type { CheckOptions } from "../options/options.js";
import type { Config } from "../options/config-file.js";

/** What the command line says counts more than the configuration file, and adds to its lists. */
export function merge(config: Config | undefined, line: CheckOptions, workingDirectory: string): CheckOptions {
  if (!config) return line;
  const { options, folder } = config;
  // Patterns of the command line are relative to the working directory, all others to the file's folder.
  const prefix = relative(folder, workingDirectory).split(sep).join("/");
  const excluded = (line.exclude ?? []).map((pattern) =>
    prefix === "" ? pattern : `${prefix}/${pattern.replace(/^\.\//, "")}`,
  );
  return {
    ...options,
    rules: { ...options.rules, ...line.rules },
    exclude: [...(options.exclude ?? []), ...excluded],
    tokenEndpoints: [...(options.tokenEndpoints ?? []), ...(line.tokenEndpoints ?? [])],
    secretNames: [...(options.secretNames ?? []), ...(line.secretNames ?? [])],
  };
}
