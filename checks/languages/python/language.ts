import type { ScriptLanguage } from "../script/language.js";
import { parsePython } from "./parse.js";
import { pythonRequest } from "./requests.js";

export const python: ScriptLanguage = {
  name: "python",
  parse: parsePython,
  library: pythonRequest,
  moduleFiles: (path) => {
    const file = path.replace(/^\.+/, "").replaceAll(".", "/");
    return [`${file}.py`, `${file}/__init__.py`];
  },
  libraryName: (path) => path,
  clientName: () => "client",
  assignsLocally: true,
  namesReceiver: true,
  constructorName: "__init__",
  environment: /^(?:os\.)?environ$/,
  failsOnMissing: true,
};
