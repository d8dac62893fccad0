import { join } from "node:path";
import type { ScriptLanguage } from "../script/language.js";
import { parsePython } from "./parse.js";
import { pythonRequest } from "./requests.js";

export const python: ScriptLanguage = {
  name: "python",
  parse: parsePython,
  library: pythonRequest,
  moduleFiles,
  libraryName: (path) => path,
  clientName: () => "client",
  assignsLocally: true,
  namesReceiver: true,
  constructorName: "__init__",
  environment: /^(?:os\.)?environ$/,
  failsOnMissing: true,
};

/** One dot is the folder of the file, each further one that above; without any it is where the program, or else the file, is. */
function moduleFiles(path: string, folder: string): readonly string[] {
  const dots = /^\.*/.exec(path)?.[0].length ?? 0;
  const name = path.slice(dots).replaceAll(".", "/");
  const folders = dots === 0 ? [".", folder] : [join(folder, "../".repeat(dots - 1))];
  return folders.flatMap((from) =>
    (name === "" ? ["__init__.py"] : [`${name}.py`, `${name}/__init__.py`]).map((file) => join(from, file)),
  );
}
