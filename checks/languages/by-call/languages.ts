import type { ScriptLanguage } from "../script/language.js";
import { type Dialect, GO, PERL, PHP, RUBY } from "./dialect.js";
import { parseCalls } from "./parse.js";
import { callByName } from "./translations.js";

const languageOf = (dialect: Dialect, environment: RegExp): ScriptLanguage => ({
  name: dialect.name,
  parse: (source) => parseCalls(dialect, source),
  functions: callByName,
  library: () => undefined,
  moduleFiles: () => [],
  libraryName: (path) => path,
  clientName: (maker) => maker,
  assignsLocally: false,
  namesReceiver: false,
  constructorName: dialect.name === "php" ? "__construct" : "initialize",
  environment,
  failsOnMissing: false,
});

export const ruby = languageOf(RUBY, /^ENV$/);
export const perl = languageOf(PERL, /^ENV$/);
export const php = languageOf(PHP, /^_(?:ENV|SERVER)$/);
export const go = languageOf(GO, /^(?!)/);
