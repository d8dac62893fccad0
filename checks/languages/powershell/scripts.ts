import { join } from "node:path";
import { HOLE, sketch } from "../../values/symbolic-string.js";
import { asString } from "../../values/symbolic-value.js";
import type { Argument } from "../abstract-value.js";
import type { CmdletCall } from "./cmdlets.js";

/** More scripts than a program is divided into. */
const MAX_SCRIPTS = 50;

/** A script or a module that a command names. */
export interface NamedScript {
  /** Where it may be. */
  readonly files: readonly [string, ...string[]];
  /** Whether it is loaded: its functions and variables become those of the program. */
  readonly isLoaded: boolean;
  readonly args: readonly Argument[];
}

/** `& ./token.ps1 -Scope x`, `. ./functions.ps1`, `Import-Module ./token.psm1`; of an installed module nothing is known. */
export function scriptNamed({ name, args }: CmdletCall, isDotted: boolean, folder: string): NamedScript | undefined {
  if (/^(?:Import-Module|ipmo)$/i.test(name)) {
    const module = args
      .map(({ value }) => sketch(asString(value.content)))
      .find((text) => /[\\/]|\.ps[dm]?1$/i.test(text));
    return module === undefined ? undefined : { files: filesOf(pathOf(module, folder)), isLoaded: true, args: [] };
  }
  if (!/\.ps1$/i.test(name)) return undefined;
  return { files: [pathOf(name, folder)], isLoaded: isDotted, args };
}

/** What a script puts before a path and is not known is the name of its own folder. */
function pathOf(text: string, folder: string): string {
  const path = text.replaceAll("\\", "/");
  const known = path.slice(path.lastIndexOf(HOLE) + 1);
  return known === path ? path : join(folder, known);
}

/** A module is a file, or a folder with a file of its name, which a manifest may be beside. */
function filesOf(path: string): NamedScript["files"] {
  if (/\.psm?1$/i.test(path)) return [path];
  const plain = path.replace(/\.psd1$/i, "");
  return [`${plain}.psm1`, `${plain}/${plain.slice(plain.lastIndexOf("/") + 1)}.psm1`, `${plain}.ps1`];
}

/** The scripts that a program has started, so that no ring of them goes on for ever. */
export class StartedScripts {
  private readonly active = new Set<string>();
  private readonly loaded = new Set<string>();
  private count = 0;

  public get areTooMany(): boolean {
    return this.count >= MAX_SCRIPTS;
  }

  /** Whether it is to be followed: no module is loaded twice, and no script within itself. */
  public begins(file: string, isLoaded: boolean): boolean {
    const again = this.active.has(file) || (isLoaded && this.loaded.has(file));
    if (again || this.areTooMany) return false;
    this.count++;
    this.active.add(file);
    if (isLoaded) this.loaded.add(file);
    return true;
  }

  public ends(file: string): void {
    this.active.delete(file);
  }
}
