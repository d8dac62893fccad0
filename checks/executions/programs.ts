import { isAbsolute, resolve } from "node:path";
import type { Block } from "../configuration/configuration.js";
import type { Place } from "../configuration/place.js";
import type { ModuleInstance } from "../terraform/module.js";
import { known, literal, sketch, slice, type Text } from "../values/text.js";
import { asText, type Value } from "../values/value.js";
import { noFacts } from "../program/facts.js";
import { baseName, invoke } from "../shell/run-command.js";
import { both, capture, notice, type Outcome, type Streams } from "../program/outcome.js";
import { Shell } from "../shell/shell.js";
import type { Activity, ActivityKind } from "../analysis/context.js";
import { leftBehind, mentionsFile, writtenFiles } from "./written-files.js";
import { mayRequest } from "./relevance.js";
import { environmentOf, shellVariables } from "./environment.js";

/** Terraform's own shell, where no interpreter is given (on Windows it is cmd, whose simple commands look alike). */
const DEFAULT_INTERPRETER = ["/bin/sh", "-c"];

const texts = (value: Value | undefined): Text[] => {
  if (value === undefined) return [];
  return value.kind === "list" ? value.items.map(asText) : [asText(value)];
};

interface Started {
  readonly kind: ActivityKind;
  readonly module: ModuleInstance;
  readonly block: Block;
  readonly provisioner?: Block | undefined;
  readonly words: readonly Text[];
  readonly environment: ReadonlyMap<string, Value>;
  readonly directory: string;
  readonly stdin?: Text | undefined;
  /** Whose output goes to Terraform's log; that of an external program is its result. */
  readonly logged: boolean;
}

/** Follows one program that Terraform starts. */
function run(started: Started): Activity[] {
  const { module, block, provisioner, words, environment } = started;
  const destroy = isAtDestroy(module, block, provisioner);
  const variables = [...environment].map(([name, value]): [string, Text] => [name, asText(value)]);
  const left = leftBehind(module);
  const reads = words.some((word) => mentionsFile(word, left));
  const relevant =
    destroy || reads || !module.workspace.prefilter || mayRequest([...words, started.stdin ?? []], variables);
  if (!relevant) return [];
  const facts = noFacts(new Map([...left, ...writtenFiles(module, block)]));
  const shell = new Shell(
    {
      file: (path) => module.workspace.file(path),
      spend: (n) => module.workspace.spend(n),
      furtherSecretNames: module.workspace.furtherSecretNames,
    },
    facts,
    shellVariables(environment),
    { errexit: false, pipefail: false, xtrace: false },
    started.directory,
  );
  const out: Streams["out"] = started.logged ? { kind: "terminal", pieces: [] } : capture();
  const streams: Streams = {
    stdin: started.stdin,
    out,
    err: { kind: "terminal", pieces: [] },
    condition: false,
    failing: false,
  };
  const [name = [], ...args] = words;
  const place = (provisioner ?? block).place;
  // Terraform itself fails when the program does.
  if (words.length > 0)
    notice(both(start(shell, name, args, streams, words.flat().find((piece) => piece.place)?.place ?? place)));
  for (const [file, content] of facts.written) left.set(file, content);
  const activity: Activity = {
    kind: started.kind,
    module,
    block,
    provisioner,
    place,
    atDestroy: destroy,
    overlooked: setting(module, block, provisioner, "on_failure") === "continue",
    environment,
    command: words,
    facts,
    output: out.pieces,
  };
  return [activity];
}

function start(shell: Shell, name: Text, args: readonly Text[], streams: Streams, place: Place): Outcome {
  return invoke({ shell, name: baseName(sketch(name)), args, streams, place }, name);
}

const isAtDestroy = (module: ModuleInstance, block: Block, provisioner: Block | undefined): boolean =>
  setting(module, block, provisioner, "when") === "destroy";

/** `when = destroy` is a bare word in HCL, and a text in JSON. */
function setting(
  module: ModuleInstance,
  block: Block,
  provisioner: Block | undefined,
  name: string,
): string | undefined {
  const attribute = provisioner?.attributes.get(name);
  const expression = attribute?.value();
  if (expression?.kind === "reference" && expression.path.length === 1) return expression.path[0];
  const value = module.attribute(attribute, block);
  return value && known(asText(value));
}

/** The folder that Terraform runs in: the root module's, where nobody says otherwise. */
function workingDirectory(module: ModuleInstance, value: Value | undefined): string {
  const path = value && known(asText(value));
  const root = module.root.directory.path;
  if (path === undefined || path === "") return root;
  return isAbsolute(path) ? path : resolve(root, path);
}

/** `powershell -Command "..."` without an interpreter is run by cmd.exe, which leaves the `$` of PowerShell alone. */
function windowsPowerShell(command: Text): Text[] | undefined {
  const match = /^\s*(?:powershell|pwsh)(?:\.exe)?\s[^"]*?-(?:c|Command)\s+"(?=[^]*\$)/i.exec(sketch(command));
  if (!match) return undefined;
  const inner = slice(command, match[0].length, sketch(command).trimEnd().replace(/"$/, "").length);
  const text = inner.map((piece) =>
    piece.text === undefined ? piece : { ...piece, text: piece.text.replaceAll('\\"', '"') },
  );
  return [[literal("powershell")], [literal("-Command")], text];
}

export function localExec(module: ModuleInstance, block: Block, provisioner: Block): Activity[] {
  const value = (name: string): Value | undefined => module.attribute(provisioner.attributes.get(name), block);
  const command = asText(value("command") ?? { kind: "list", items: [] });
  const interpreter = texts(value("interpreter"));
  const before = interpreter.length > 0 ? interpreter : DEFAULT_INTERPRETER.map((word): Text => [literal(word)]);
  return run({
    kind: "local-exec",
    module,
    block,
    provisioner,
    words: (interpreter.length === 0 && windowsPowerShell(command)) || [...before, command],
    environment: environmentOf(module, provisioner, block),
    directory: workingDirectory(module, value("working_dir")),
    logged: true,
  });
}

export function remoteExec(module: ModuleInstance, block: Block, provisioner: Block): Activity[] {
  const value = (name: string): Value | undefined => module.attribute(provisioner.attributes.get(name), block);
  const lines = texts(value("inline")).flatMap((line): Text => [...line, literal("\n")]);
  const scripts = [...texts(value("script")), ...texts(value("scripts"))];
  const words =
    lines.length > 0 ? [[literal("/bin/sh")], [literal("-c")], lines] : [[literal("/bin/sh")], ...scripts.slice(0, 1)];
  return run({
    kind: "remote-exec",
    module,
    block,
    provisioner,
    words,
    environment: new Map(),
    directory: module.root.directory.path,
    logged: true,
  });
}

/** `data "external"`: its program gets `query` as JSON on stdin, and its output is its result. */
export function externalProgram(module: ModuleInstance, block: Block): Activity[] {
  const value = (name: string): Value | undefined => module.attribute(block.attributes.get(name), block);
  return run({
    kind: "external",
    module,
    block,
    words: texts(value("program")),
    environment: new Map(),
    directory: workingDirectory(module, value("working_dir")),
    stdin: asText(value("query") ?? { kind: "object", entries: new Map() }),
    logged: false,
  });
}

/** `shell_script` of the provider shell: a script for each step of its life, whose output is its own. */
export function shellScripts(module: ModuleInstance, block: Block): Activity[] {
  const value = (name: string): Value | undefined => module.attribute(block.attributes.get(name), block);
  const entries = ["environment", "sensitive_environment"].flatMap((name): [string, Value][] => {
    const given = value(name);
    return given?.kind === "object" ? [...given.entries] : [];
  });
  return block.nested("lifecycle_commands").flatMap((commands) =>
    [...commands.attributes.values()].flatMap((attribute) => {
      const script = module.attribute(attribute, block);
      return run({
        kind: "external",
        module,
        block,
        words: [[literal("/bin/sh")], [literal("-c")], ...(script ? [asText(script)] : [])],
        environment: new Map(entries),
        directory: workingDirectory(module, value("working_directory")),
        logged: false,
      });
    }),
  );
}

/** `local_command` of the provider local, as data source, action or ephemeral block. */
export function localCommand(module: ModuleInstance, block: Block): Activity[] {
  const value = (name: string): Value | undefined => module.attribute(block.attributes.get(name), block);
  const stdin = value("stdin");
  return run({
    kind: block.type === "ephemeral" ? "ephemeral" : "external",
    module,
    block,
    words: [...texts(value("command")), ...texts(value("arguments"))],
    environment: new Map(),
    directory: workingDirectory(module, value("working_directory")),
    stdin: stdin && asText(stdin),
    logged: false,
  });
}

/** A script that another machine, or somebody later, runs: `user_data`, a rendered file. */
export const bootScript = (module: ModuleInstance, block: Block, text: Text, interpreter: string): Activity[] =>
  bootCommand(module, block, [[literal(interpreter)], [literal("-c")], text]);

/** A command that a container, or a step of a build, starts elsewhere. */
export function bootCommand(module: ModuleInstance, block: Block, words: readonly Text[]): Activity[] {
  return run({
    kind: "boot",
    module,
    block,
    words,
    environment: new Map(),
    directory: module.root.directory.path,
    logged: true,
  });
}
