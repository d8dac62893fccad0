import { addressOf, type WrittenAcknowledgement } from "../configuration/configuration.js";
import { matcherOf } from "../options/glob.js";
import type { OptionAcknowledgement } from "../options/options.js";

/** What is needed of a finding to tell whether an acknowledgement speaks of it. */
export interface Acknowledgeable {
  readonly rule: string;
  readonly file: string;
  readonly blockFile: string;
  readonly address: string;
  readonly constructPath?: string;
}

export type Speaks = (finding: Acknowledgeable) => boolean;

/** An acknowledgement in the configuration itself: of a block, or of a construct with all that is below it. */
export function speaksOfWritten(written: WrittenAcknowledgement): Speaks {
  const { id, block, constructPath, addresses = [], place } = written;
  return (finding) => {
    if (finding.rule !== id || finding.blockFile !== place.file.path) return false;
    if (constructPath !== undefined && isWithin(finding.constructPath, constructPath)) return true;
    if (addresses.includes(finding.address)) return true;
    if (block === undefined) return false;
    return block.type === "locals" ? finding.address.startsWith("local.") : addressOf(block) === finding.address;
  };
}

/** An acknowledgement in options: all that it names must hold. Files are named relative to `folder`. */
export function speaksOfOption(given: OptionAcknowledgement, relativeToFolder: (file: string) => string): Speaks {
  const { id, file, address, construct } = given;
  const isFile = file === undefined ? undefined : matcherOf([file.replace(/^\.\//, "")]);
  return (finding) =>
    finding.rule === id &&
    (address === undefined || finding.address === address) &&
    (construct === undefined || isWithin(finding.constructPath, construct)) &&
    (isFile === undefined || isFile(relativeToFolder(finding.file)) || isFile(relativeToFolder(finding.blockFile)));
}

/** Whether a construct is `ancestor` or below it. The path of an App is empty. */
export function isWithin(path: string | undefined, ancestor: string): boolean {
  if (path === undefined) return false;
  return ancestor === "" || path === ancestor || path.startsWith(`${ancestor}/`);
}
