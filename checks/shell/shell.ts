import { dirname, isAbsolute, resolve as resolvePath } from "node:path";
import type { Place, SourceFile } from "../configuration/place.js";
import type { Effects } from "../program/effects.js";
import {
  failingWith,
  markFailureChecked,
  requestsBehind,
  tellsNothing,
  type ExitStatus,
} from "../program/exit-status.js";
import { fileKey } from "../program/file-key.js";
import type { Language, ProgramHost } from "../program/language.js";
import { ProgramSource } from "../program/program-source.js";
import type { ShellHost } from "../program/shell-host.js";
import { applyFlags, noShellOptions, type ShellOptions } from "../program/shell-options.js";
import type { ScriptStart } from "../program/shell-session.js";
import { capture, type Streams } from "../program/streams.js";
import { scalar, type Variable } from "../program/variable.js";
import { concrete, hole, literal, requestsOf, type SymbolicString, type Asked } from "../values/symbolic-string.js";
import { Attempts } from "./attempts.js";
import { noteStatuses, runAndOr, runBackground, runCase, runIf, runLoop, runPipeline } from "./compound.js";
import { defineFunction, setPositional } from "./function-call.js";
import { redirected } from "./redirections.js";
import { runCommand, startCommand } from "./run-command.js";
import type { ShellState } from "./shell-state.js";
import { stops } from "./stops.js";
import { parse, type Node } from "./syntax.js";
import { Words } from "./words.js";

/** Where files were found, whose own path is the one that is reported. */
const locations = new WeakMap<SourceFile, string>();

/** Longer scripts are generated ones: they are not read. */
const MAX_SCRIPT = 256 * 1024;
const MAX_DEPTH = 40;
const TOO_DEEP = `nests commands or functions of a shell deeper than ${MAX_DEPTH}, which were not followed`;
/** Scripts that start each other in a ring, or to no end. */
const MAX_NESTING = 8;
const STEPS_OF_A_FRAGMENT = 5;

/**
 * Follows a shell script without running it: both branches of a condition, loops once, and texts as far as they can be known.
 * It answers which requests are made with what, what is shown, and which failures something notices.
 */
export class Shell implements ShellState {
  public readonly functions = new Map<string, Node>();
  public source = new ProgramSource([]);
  /** What `$?` tells of. */
  public lastStatus: ExitStatus = tellsNothing;
  public attempts = new Attempts();
  private depth = 0;

  /** Where `set -x` was turned on. */
  public tracedFrom: Place | undefined;

  public constructor(
    public readonly host: ShellHost,
    public readonly effects: Effects,
    public readonly variables: Map<string, Variable>,
    public readonly options: ShellOptions,
    public directory: string,
    /** How many scripts called each other to get here. */
    private readonly nesting = 0,
  ) {}

  /** A whole script; what its last command's status tells is its own outcome. */
  public runScript(text: SymbolicString, streams: Streams): ExitStatus {
    const source = new ProgramSource(text);
    if (source.text.length > MAX_SCRIPT) {
      this.host.cut("starts a script of more than 256 KiB, which was not followed");
      return tellsNothing;
    }
    if (!this.host.spend(source.text.length / 20)) return tellsNothing;
    const before = this.source;
    this.source = source;
    const { commands, errors = [] } = parse(source.text);
    if (errors.some(({ message }) => /nest|depth|deep/.test(message))) this.cut(TOO_DEEP);
    else if (errors.length > 0) this.effects.notRead.push({ why: "a script of which not all can be read" });
    const outcome = this.runList(commands, streams);
    this.source = before;
    return outcome;
  }

  public runList(statements: readonly Node[], streams: Streams): ExitStatus {
    let last: ExitStatus = tellsNothing;
    statements.forEach((statement, index) => {
      last = this.run(statement, streams);
      // A last attempt tells of those before it.
      if (index > 0 && index === statements.length - 1 && last.failsWith.size > 0)
        last = { ...last, failsWith: new Set([...last.failsWith, ...this.attempts.fail()]) };
      this.lastStatus = last;
      if (statement.type === "Statement" && statement.command.type !== "Pipeline") noteStatuses(this, [last]);
      if (this.options.errexit && !streams.condition) this.endWith(last.failsWith);
    });
    return last;
  }

  /** The end of this shell, as by `set -e`: whoever started it sees that, or does not. */
  public endWith(requests: Iterable<Asked>): void {
    if (this.ending) for (const request of requests) this.ending.add(request);
    else markFailureChecked(requests);
  }

  public endsWithFailure(script: string): boolean {
    return parse(script).commands.some((command) => stops(command, this.functions));
  }

  public failedBefore(): readonly Asked[] {
    return this.attempts.fail();
  }
  private ending: Set<Asked> | undefined;

  /** Runs something in a shell of its own, whose status tells of every failure that ended it. */
  public runInSubshell(run: () => ExitStatus): ExitStatus {
    const outer = this.ending;
    const { directory, attempts } = this;
    this.ending = new Set();
    this.attempts = new Attempts();
    const outcome = run();
    this.directory = directory;
    this.attempts = attempts;
    const all = failingWith([...outcome.failsWith, ...outcome.exempt, ...this.ending]);
    this.ending = outer;
    return all;
  }

  /** `( ... )` and `$( ... )`: what is set within stays there. */
  private fork(run: () => ExitStatus): ExitStatus {
    const options = { ...this.options };
    const variables = new Map(this.variables);
    const outcome = this.runInSubshell(run);
    Object.assign(this.options, options);
    this.variables.clear();
    for (const [name, variable] of variables) this.variables.set(name, variable);
    return outcome;
  }

  /** A text that was put together. It costs what it holds: a script of a few words may double one forty times. */
  public paid(text: SymbolicString): SymbolicString {
    const characters = text.reduce((sum, fragment) => sum + (fragment.text?.length ?? 0), 0);
    return this.host.spend(text.length * STEPS_OF_A_FRAGMENT + characters / 100) ? text : [hole()];
  }

  public run(node: Node, streams: Streams): ExitStatus {
    if (this.depth > MAX_DEPTH) {
      this.host.cut(TOO_DEEP);
      return tellsNothing;
    }
    if (!this.host.spend(1)) return tellsNothing;
    this.depth++;
    const outcome = this.step(node, streams);
    this.depth--;
    return outcome;
  }

  private step(node: Node, streams: Streams): ExitStatus {
    switch (node.type) {
      case "Statement":
        return node.background ? runBackground(this, node.command, streams) : this.run(node.command, streams);
      case "Script":
      case "CompoundList":
        return this.runList(node.commands, streams);
      case "Command":
        return runCommand(this, node, streams);
      case "Pipeline":
        return runPipeline(this, node, streams);
      case "AndOr":
        return runAndOr(this, node, streams);
      case "If":
        return runIf(this, node, streams);
      case "While":
        markFailureChecked(requestsBehind(this.run(node.clause, { ...streams, condition: true })));
        return runLoop(this, node, streams);
      case "For":
      case "Select": {
        const words = new Words(this, streams);
        const values = (node.wordlist ?? []).flatMap((word) => words.fields(word));
        // `for pid in $pids`: what one waits for, the loop waits for all.
        const [first = [], ...others] = values;
        const jobs = requestsOf(others.flat().filter(({ taint }) => taint === "status"));
        const all = jobs.length > 0 ? [...first, { ...literal(""), taint: "status" as const, requests: jobs }] : first;
        this.variables.set(node.name.value, scalar(all));
        return runLoop(this, node, streams);
      }
      case "ArithmeticFor":
        return runLoop(this, node, streams);
      case "Case":
        return runCase(this, node, streams);
      case "Subshell":
        return this.fork(() => this.run(node.body, streams));
      case "BraceGroup":
        return this.run(node.body, streams);
      case "Function":
        defineFunction(this, node.name.value, node.body);
        return tellsNothing;
      case "Redirected":
        return redirected(this, node, streams);
      case "TestCommand": {
        const looked = new Words(this, streams).requestsTested(node.expression);
        markFailureChecked(looked);
        return failingWith(looked);
      }
      case "ArithmeticCommand":
        for (const name of new Set(node.body.match(/\w+/g)))
          markFailureChecked(requestsOf(this.variables.get(name)?.items.flat() ?? []));
        return tellsNothing;
      case "Coproc":
        // Its output is for whoever reads from its pipe.
        return runBackground(this, node.body, { ...streams, out: capture() });
      default:
        return tellsNothing;
    }
  }

  /** The output of a command substitution, and what its status tells. */
  public substitute(script: Node, streams: Streams): { text: SymbolicString; outcome: ExitStatus } {
    const out = capture();
    const outcome = this.fork(() => this.run(script, { ...streams, out, condition: false }));
    return { text: out.fragments, outcome };
  }

  /** Whether no further script is followed, which is not kept quiet. */
  public isTooDeep(): boolean {
    if (this.nesting < MAX_NESTING) return false;
    this.cut(`starts scripts that start each other more than ${MAX_NESTING} deep, which were not followed`);
    return true;
  }

  public cut(why: string): void {
    this.host.cut(why);
  }

  public spend(amount: number): boolean {
    return this.host.spend(amount);
  }

  public startScript({ script, words = [], flags = [], place }: ScriptStart, streams: Streams): ExitStatus {
    if (this.isTooDeep()) return failingWith([]);
    const child = new Shell(
      this.host,
      this.effects,
      new Map(this.variables),
      noShellOptions(),
      this.directory,
      this.nesting + 1,
    );
    applyFlags(child.options, flags);
    if (child.options.xtrace) child.tracedFrom = place;
    const [own, ...args] = words;
    if (own) {
      child.variables.set("0", scalar(own));
      child.setPositional(args);
    }
    const outcome = child.runInSubshell(() => child.runScript(script, { ...streams, condition: false }));
    // A script that stops at failures has its check, unless its caller overlooks it on purpose.
    if (child.options.errexit && !streams.condition && streams.masked !== true) markFailureChecked(outcome.failsWith);
    return outcome;
  }

  public startCommand(
    [name = [], ...args]: readonly SymbolicString[],
    streams: Streams,
    place: Place | undefined,
  ): ExitStatus {
    return startCommand(this, name, args, streams, place);
  }

  public interpret(language: Language, source: SymbolicString, host: ProgramHost): ExitStatus {
    return this.host.interpret(language, source, host);
  }

  public setPositional(args: readonly SymbolicString[]): void {
    setPositional(this.variables, args);
  }

  /** The content of a file that this script wrote, or that lies beside the configuration. */
  public readFile(path: SymbolicString): SymbolicString | undefined {
    this.effects.read.push(fileKey(path, this.directory));
    const written = this.writtenFile(path);
    if (written !== undefined) return written;
    const file = this.findFile(path);
    return file && [literal(file.text(), { file, at: 0 })];
  }

  /** What Terraform or the script itself wrote to a file. */
  public writtenFile(path: SymbolicString): SymbolicString | undefined {
    return this.effects.written.get(fileKey(path, this.directory));
  }

  public writeFile(path: SymbolicString, text: SymbolicString, append = false): void {
    const key = fileKey(path, this.directory);
    this.effects.written.set(key, append ? [...(this.effects.written.get(key) ?? []), ...text] : text);
    if (/\.log$|\blogs?\//.test(key)) this.effects.logged.push({ text, by: "a log file", place: undefined });
  }

  /** A file by its path, from the folder that the script is in at that moment. */
  public findFile(path: SymbolicString): SourceFile | undefined {
    const name = concrete(path);
    if (name === undefined || name === "" || name.length > 1000 || name.includes("\0")) return undefined;
    return this.at(resolvePath(this.directory, name)) ?? (isAbsolute(name) ? undefined : this.besideScript(name));
  }

  private at(path: string): SourceFile | undefined {
    const file = this.host.file(path);
    if (file) locations.set(file, path);
    return file;
  }

  /** Where the script itself is; its `$0` is a path as it is reported. */
  public get location(): string | undefined {
    const file = this.variable("0")?.[0]?.place?.file;
    return file && locations.get(file);
  }

  /** Scripts find their own folder in many ways, of which some cannot be followed. */
  private besideScript(name: string): SourceFile | undefined {
    const script = this.location;
    if (script === undefined) return undefined;
    const reported = `${dirname(concrete(this.variable("0") ?? []) ?? "")}/`;
    return this.at(resolvePath(dirname(script), name.startsWith(reported) ? name.slice(reported.length) : name));
  }

  /** `cd`: what follows finds its files from there. */
  public changeDirectory(path: string): void {
    this.directory = isAbsolute(path) ? path : resolvePath(this.directory, path);
  }

  public taintOf(name: string): { readonly taint?: "secret" | "token" } {
    return this.host.vocabulary.taintOf(name);
  }

  /** The value of a variable as one text. */
  public variable(name: string): SymbolicString | undefined {
    return this.variables.get(name)?.items.flatMap((item, index) => (index > 0 ? [literal(" "), ...item] : [...item]));
  }
}
