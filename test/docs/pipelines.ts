import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { readArguments } from "../../checks/cli/arguments";
import { ROOT } from "./page";

const read = (file: string): unknown => parse(readFileSync(join(ROOT, file), "utf8"));
const { name, version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly name: string;
  readonly version: string;
};
const { inputs } = read("action.yml") as { readonly inputs: Readonly<Record<string, unknown>> };
const hooks = read(".pre-commit-hooks.yaml") as readonly Readonly<Record<string, unknown>>[];

/** What is wrong with a pipeline, as far as it is about this package: its version, its options, its action and its hook. */
export function pipelineFaults(text: string): string[] {
  try {
    const pipeline: unknown = parse(text);
    const faults = [...everyObject(pipeline)].flatMap(objectFaults);
    return text.includes(name) ? faults : [...faults, "it does not run this package"];
  } catch (error) {
    return [String(error)];
  }
}

function* everyObject(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const item of Object.values(value)) yield* everyObject(item);
}

function objectFaults(object: Readonly<Record<string, unknown>>): string[] {
  const texts = Object.values(object)
    .flat()
    .filter((value) => typeof value === "string");
  const commands = texts.flatMap((value) => /cdktf-oauth2-token(?:@\S+)? (check.*)/.exec(value)?.[1] ?? []);
  const versions = texts.flatMap((value) => /cdktf-oauth2-token@v?([\d.]+)/.exec(value)?.[1] ?? []);
  const { uses, with: given = {}, repo, rev, hooks: used = [] } = object;
  const own = typeof repo === "string" && repo.includes(name);
  return [
    ...commands.flatMap((command) => argumentFaults(command.split(" "))),
    ...versions.filter((other) => other !== version).map((other) => `the version is ${version}, not ${other}`),
    ...(typeof uses === "string" && uses.includes(name) ? Object.keys(given as object) : [])
      .filter((input) => !(input in inputs))
      .map((input) => `action.yml has no input ${input}`),
    ...(own && rev !== `v${version}` ? [`rev is v${version}`] : []),
    ...(own ? (used as readonly { readonly id: string }[]) : [])
      .filter(({ id }) => !hooks.some((hook) => hook["id"] === id))
      .map(({ id }) => `there is no hook ${id}`),
  ];
}

function argumentFaults(words: readonly string[]): string[] {
  if (words[0] !== "check") return [`"${words[0] ?? ""}" is not a command that a pipeline runs`];
  try {
    readArguments(words);
    return [];
  } catch (error) {
    return [String(error)];
  }
}
