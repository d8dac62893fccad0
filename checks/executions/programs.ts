import { isAbsolute, resolve } from "node:path";
import type { Block } from "../configuration/configuration.js";
import type { Place } from "../configuration/place.js";
import type { ModuleInstance } from "../terraform/module.js";
import { concrete, literal, sketch, slice, type SymbolicString } from "../values/symbolic-string.js";
import { asString, type SymbolicValue } from "../values/symbolic-value.js";
import { noEffects } from "../program/effects.js";
import { noShellOptions } from "../program/shell-options.js";
import { hostIn } from "./shell-host.js";
import { requestsBehind, markFailureChecked, type ExitStatus } from "../program/exit-status.js";
import { capture, type Streams } from "../program/streams.js";
import { Shell } from "../shell/shell.js";
import { installedScripts } from "./installed-scripts.js";
import type { Execution, ExecutionKind } from "./execution.js";
import { leftBehind, mentionsFile, writtenFiles } from "./written-files.js";
import { mayRequest } from "./relevance.js";
import { environmentOf, shellVariables } from "./environment.js";

/** Terraform's own shell, where no interpreter is given (on Windows it is cmd, whose simple commands look alike). */
const DEFAULT_INTERPRETER = ["/bin/sh", "-c"];

export const stringsOf = (value: SymbolicValue | undefined): SymbolicString[] => {
  if (value === undefined) return [];
  return value.kind === "list" ? value.items.map(asString) : [asString(value)];
};

export interface ProgramStart {
  readonly kind: ExecutionKind;
  readonly module: ModuleInstance;
  readonly block: Block;
  readonly provisioner?: Block | undefined;
  readonly words: readonly SymbolicString[];
  readonly environment: ReadonlyMap<string, SymbolicValue>;
  /** Files that are there where it runs, besides those of this machine. */
  readonly files?: ReadonlyMap<string, SymbolicString>;
  readonly directory: string;
  readonly stdin?: SymbolicString | undefined;
  /** Whose output goes to Terraform's log; that of an external program is its result. */
  readonly logged: boolean;
}

/** Follows one program that Terraform starts. */
export function follow(start: ProgramStart): Execution[] {
  const { module, block, provisioner, words, environment, files = new Map<string, SymbolicString>() } = start;
  const destroy = isAtDestroy(module, block, provisioner);
  const variables = [...environment].map(([name, value]): [string, SymbolicString] => [name, asString(value)]);
  const left = leftBehind(module);
  const reads = words.some((word) => mentionsFile(word, left));
  const relevant =
    destroy || reads || module.workspace.vocabulary.isExtended || mayRequest([...words, start.stdin ?? []], variables);
  if (!relevant) return [];
  const effects = noEffects(new Map([...left, ...writtenFiles(module, block), ...files]));
  const shellWith = (given: ReadonlyMap<string, SymbolicValue>): Shell =>
    new Shell(hostIn(module), effects, shellVariables(given), noShellOptions(), start.directory);
  const shell = shellWith(environment);
  const before = new Set(effects.written.keys());
  const out: Streams["out"] = start.logged ? { kind: "terminal", fragments: [] } : capture();
  const streams: Streams = {
    stdin: start.stdin,
    out,
    err: { kind: "terminal", fragments: [] },
    condition: false,
    failing: false,
  };
  const [name = [], ...args] = words;
  const place = (provisioner ?? block).place;
  // Terraform itself fails when the program does.
  if (words.length > 0)
    markFailureChecked(
      requestsBehind(
        startProgram(shell, name, args, streams, words.flat().find((fragment) => fragment.place)?.place ?? place),
      ),
    );
  for (const script of installedScripts(start.kind, effects, before)) {
    const quiet: Streams = { ...streams, stdin: undefined, out: capture() };
    const path = [literal(script)];
    markFailureChecked(requestsBehind(startProgram(shellWith(new Map()), path, [], quiet, place)));
  }
  for (const [file, content] of effects.written) if (!files.has(file)) left.set(file, content);
  const execution: Execution = {
    kind: start.kind,
    module,
    block,
    provisioner,
    place,
    atDestroy: destroy,
    failureIgnored: setting(module, block, provisioner, "on_failure") === "continue",
    environment,
    files,
    command: words,
    effects,
    output: out.fragments,
  };
  return [execution];
}

function startProgram(
  shell: Shell,
  name: SymbolicString,
  args: readonly SymbolicString[],
  streams: Streams,
  place: Place,
): ExitStatus {
  return shell.startCommand([name, ...args], streams, place);
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
  return value && concrete(asString(value));
}

/** The folder that Terraform runs in: the root module's, where nobody says otherwise. */
export function workingDirectory(module: ModuleInstance, value: SymbolicValue | undefined): string {
  const path = value && concrete(asString(value));
  const root = module.root.directory.path;
  if (path === undefined || path === "") return root;
  return isAbsolute(path) ? path : resolve(root, path);
}

/** `powershell -Command "..."` without an interpreter is run by cmd.exe, which leaves the `$` of PowerShell alone. */
function windowsPowerShell(command: SymbolicString): SymbolicString[] | undefined {
  const match = /^\s*(?:powershell|pwsh)(?:\.exe)?\s[^"]*?-(?:c|Command)\s+"(?=[^]*\$)/i.exec(sketch(command));
  if (!match) return undefined;
  const inner = slice(command, match[0].length, sketch(command).trimEnd().replace(/"$/, "").length);
  const text = inner.map((fragment) =>
    fragment.text === undefined ? fragment : { ...fragment, text: fragment.text.replaceAll('\\"', '"') },
  );
  return [[literal("powershell")], [literal("-Command")], text];
}

export function localExec(module: ModuleInstance, block: Block, provisioner: Block): Execution[] {
  const value = (name: string): SymbolicValue | undefined => module.attribute(provisioner.attributes.get(name), block);
  const command = asString(value("command") ?? { kind: "list", items: [] });
  const interpreter = stringsOf(value("interpreter"));
  const before =
    interpreter.length > 0 ? interpreter : DEFAULT_INTERPRETER.map((word): SymbolicString => [literal(word)]);
  return follow({
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

export function remoteExec(module: ModuleInstance, block: Block, provisioner: Block): Execution[] {
  const value = (name: string): SymbolicValue | undefined => module.attribute(provisioner.attributes.get(name), block);
  const lines = stringsOf(value("inline")).flatMap((line): SymbolicString => [...line, literal("\n")]);
  const scripts = [...stringsOf(value("script")), ...stringsOf(value("scripts"))];
  const words =
    lines.length > 0 ? [[literal("/bin/sh")], [literal("-c")], lines] : [[literal("/bin/sh")], ...scripts.slice(0, 1)];
  return follow({
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
export function externalProgram(module: ModuleInstance, block: Block): Execution[] {
  const value = (name: string): SymbolicValue | undefined => module.attribute(block.attributes.get(name), block);
  return follow({
    kind: "external",
    module,
    block,
    words: stringsOf(value("program")),
    environment: new Map(),
    directory: workingDirectory(module, value("working_dir")),
    stdin: asString(value("query") ?? { kind: "object", entries: new Map() }),
    logged: false,
  });
}

/** `shell_script` of the provider shell: a script for each step of its life, whose output is its own. */
export function shellScripts(module: ModuleInstance, block: Block): Execution[] {
  const value = (name: string): SymbolicValue | undefined => module.attribute(block.attributes.get(name), block);
  const entries = ["environment", "sensitive_environment"].flatMap((name): [string, SymbolicValue][] => {
    const given = value(name);
    return given?.kind === "object" ? [...given.entries] : [];
  });
  return block.nested("lifecycle_commands").flatMap((commands) =>
    [...commands.attributes.values()].flatMap((attribute) => {
      const script = module.attribute(attribute, block);
      return follow({
        kind: "external",
        module,
        block,
        words: [[literal("/bin/sh")], [literal("-c")], ...(script ? [asString(script)] : [])],
        environment: new Map(entries),
        directory: workingDirectory(module, value("working_directory")),
        logged: false,
      });
    }),
  );
}

/** `local_command` of the provider local, as data source, action or ephemeral block. */
export function localCommand(module: ModuleInstance, block: Block, settings = block): Execution[] {
  const value = (name: string): SymbolicValue | undefined => module.attribute(settings.attributes.get(name), block);
  const stdin = value("stdin");
  return follow({
    kind: block.type === "ephemeral" ? "ephemeral" : block.type === "action" ? "local-exec" : "external",
    module,
    block,
    words: [...stringsOf(value("command")), ...stringsOf(value("arguments"))],
    environment: new Map(),
    directory: workingDirectory(module, value("working_directory")),
    stdin: stdin && asString(stdin),
    logged: block.type === "action",
  });
}

/** `exec` of the providers kubernetes and helm: a program whose output is the credential. */
export function execPlugins(module: ModuleInstance, block: Block): Execution[] {
  const plugins = [block, ...block.nested("kubernetes")].flatMap((inner) => inner.nested("exec"));
  return plugins.flatMap((plugin) => {
    const value = (name: string): SymbolicValue | undefined => module.attribute(plugin.attributes.get(name), block);
    const given = value("env");
    return follow({
      kind: "ephemeral",
      module,
      block,
      words: [...stringsOf(value("command")), ...stringsOf(value("args"))],
      environment: given?.kind === "object" ? given.entries : new Map(),
      directory: module.root.directory.path,
      logged: false,
    });
  });
}

/** A script that another machine, or somebody later, runs: `user_data`, a rendered file. */
export const bootScript = (
  module: ModuleInstance,
  block: Block,
  text: SymbolicString,
  interpreter: string,
  files: ReadonlyMap<string, SymbolicString>,
): Execution[] => bootCommand(module, block, [[literal(interpreter)], [literal("-c")], text], new Map(), files);

/** A command that a container, or a step of a build, starts elsewhere. */
export function bootCommand(
  module: ModuleInstance,
  block: Block,
  words: readonly SymbolicString[],
  environment: ReadonlyMap<string, SymbolicValue>,
  files: ReadonlyMap<string, SymbolicString> = new Map(),
): Execution[] {
  return follow({
    kind: "boot",
    module,
    block,
    words,
    environment,
    files,
    directory: module.root.directory.path,
    logged: true,
  });
}
