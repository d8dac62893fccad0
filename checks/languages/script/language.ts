import type { Language } from "../../program/language.js";
import type { RequestLibrary } from "../request-calls.js";
import type { ProgramSyntax } from "./syntax.js";

/** What tells Python and JavaScript apart, for the one reader of both. */
export interface ScriptLanguage {
  readonly name: Language;
  readonly parse: (source: string) => ProgramSyntax;
  readonly library: RequestLibrary;
  /** Calls that it has in its own way; the others are read as those that languages share. */
  readonly functions?: RequestLibrary;
  /** The files that a module may be which a file of a folder loads; none where it can only be a library. */
  readonly moduleFiles: (path: string, folder: string) => readonly string[];
  /** The name by which a library is known, whatever the program calls it. */
  readonly libraryName: (path: string) => string;
  /** What a client for several requests is called, by what makes it. */
  readonly clientName: (maker: string) => string;
  /** An assignment makes a variable where it stands. */
  readonly assignsLocally: boolean;
  /** A method names its instance as its first parameter. */
  readonly namesReceiver: boolean;
  readonly constructorName: string;
  readonly environment: RegExp;
  /** A member that is missing ends the program. */
  readonly failsOnMissing: boolean;
}
