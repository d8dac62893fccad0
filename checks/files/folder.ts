import { basename } from "node:path";
import type { Directory, ReadFile } from "../configuration/configuration.js";
import {
  isTerragrunt,
  joinFiles,
  readHcl,
  readTerragrunt,
  readTfJson,
  readTfvars,
  readTfvarsJson,
} from "../configuration/read.js";
import { MAX_CONFIGURATION, type Reader } from "../configuration/file-reader.js";

/** A folder of files as one module. `shown` gives the path that reports use. */
export function readFolder(
  reader: Reader,
  folder: string,
  files: readonly string[],
  shown: (path: string) => string,
  onUnreadable: (path: string, why: string) => void,
): Directory {
  const read = files.flatMap((file): ReadFile[] => {
    const contents = reader.text(file, MAX_CONFIGURATION, true);
    if ("why" in contents) {
      onUnreadable(file, contents.why);
      return [];
    }
    return [readerOf(file)(contents.text, shown(file))];
  });
  return joinFiles(folder, read);
}

function readerOf(file: string): (text: string, path: string) => ReadFile {
  const name = basename(file);
  if (name.endsWith(".tfvars.json")) return readTfvarsJson;
  if (name.endsWith(".json")) return readTfJson;
  if (isTerragrunt(name)) return readTerragrunt;
  return name.endsWith(".tfvars") ? readTfvars : readHcl;
}

/** Whether a folder needs the parser of HCL. */
export const hasHcl = (files: readonly string[]): boolean => files.some((file) => !file.endsWith(".json"));
