import { dirname, isAbsolute, resolve as resolvePath } from "node:path";
import { parse, type Node } from "./syntax.js";
import { Composition } from "../program/composition.js";
import type { ScriptFacts } from "../program/facts.js";
import { both, capture, carrying, notice, silent, type Outcome, type Streams } from "../program/outcome.js";
import { andOr, cases, condition, pipeline } from "./compound.js";
import { natureByName, scalar, Words, type Variable } from "./words.js";
import { runCommand } from "./run-command.js";
import { fileKey } from "../program/file-key.js";
import { redirected } from "./redirections.js";
import { known, literal, requestsOf, type Piece, type Text } from "../values/text.js";
import type { HttpRequest } from "../requests/request.js";
import type { SourceFile } from "../configuration/place.js";

/** What a script may look at outside itself. */
export interface Host {
  file(path: string): SourceFile | undefined;
  spend(amount: number): boolean;
  readonly furtherSecretNames: readonly string[];
}

export interface ShellOptions {
  errexit: boolean;
  pipefail: boolean;
  xtrace: boolean;
}

/** Where files were found, whose own path is the one that is reported. */
const locations = new WeakMap<SourceFile, string>();

/** The script that a function's body stands in, which may be a library that another sourced. */
export const homes = new WeakMap<Node, Composition>();

/** Longer scripts are generated ones: they are not read. */
const MAX_SCRIPT = 256 * 1024;
const MAX_DEPTH = 40;

/**
 * Follows a shell script without running it: both branches of a condition, loops once, and texts as far as they can be known.
 * It answers which requests are made with what, what is shown, and which failures something notices.
 */
export class Shell {
  public readonly functions: Map<string, Node>;
  public composition: Composition;
  /** What `$?` tells of. */
  public last: Outcome = silent;
  private depth = 0;

  public constructor(
    public readonly host: Host,
    public readonly facts: ScriptFacts,
    public readonly variables: Map<string, Variable>,
    public readonly options: ShellOptions,
    public directory: string,
    functions?: Map<string, Node>,
    /** How many scripts called each other to get here. */
    public readonly nesting = 0,
  ) {
    this.functions = functions ?? new Map<string, Node>();
    this.composition = new Composition([]);
  }

  /** A whole script; what its last command's status tells is its own outcome. */
  public script(text: Text, streams: Streams): Outcome {
    const composition = new Composition(text);
    if (composition.source.length > MAX_SCRIPT || !this.host.spend(composition.source.length / 20)) {
      this.facts.notRead.push("a script of more than 256 KiB");
      return silent;
    }
    const before = this.composition;
    this.composition = composition;
    const outcome = this.list(parse(composition.source).commands, streams);
    this.composition = before;
    return outcome;
  }

  public list(statements: readonly Node[], streams: Streams): Outcome {
    let last: Outcome = silent;
    statements.forEach((statement) => {
      last = this.run(statement, streams);
      this.last = last;
      if (this.options.errexit && !streams.condition) this.fail(last.carries);
    });
    return last;
  }

  /** `set -e` ends this shell: whoever started it sees that, or does not. */
  private fail(requests: ReadonlySet<HttpRequest>): void {
    if (this.ending) for (const request of requests) this.ending.add(request);
    else notice(requests);
  }
  private ending: Set<HttpRequest> | undefined;

  /** Runs something in a shell of its own, whose status tells of every failure that ended it. */
  public apart(run: () => Outcome): Outcome {
    const outer = this.ending;
    const { directory } = this;
    this.ending = new Set();
    const outcome = run();
    this.directory = directory;
    const all = carrying([...outcome.carries, ...outcome.exempt, ...this.ending]);
    this.ending = outer;
    return all;
  }

  public run(node: Node, streams: Streams): Outcome {
    if (this.depth > MAX_DEPTH || !this.host.spend(1)) return silent;
    this.depth++;
    const outcome = this.step(node, streams);
    this.depth--;
    return outcome;
  }

  private step(node: Node, streams: Streams): Outcome {
    switch (node.type) {
      case "Statement":
        return node.background ? (this.run(node.command, streams), silent) : this.run(node.command, streams);
      case "Script":
      case "CompoundList":
        return this.list(node.commands, streams);
      case "Command":
        return runCommand(this, node, streams);
      case "Pipeline":
        return pipeline(this, node, streams);
      case "AndOr":
        return andOr(this, node, streams);
      case "If":
        return condition(this, node, streams);
      case "While":
        notice(both(this.run(node.clause, { ...streams, condition: true })));
        return this.run(node.body, streams);
      case "For":
      case "Select": {
        const words = new Words(this, streams);
        const values = (node.wordlist ?? []).flatMap((word) => words.fields(word));
        this.variables.set(node.name.value, scalar(values[0] ?? []));
        return this.run(node.body, streams);
      }
      case "ArithmeticFor":
        return this.run(node.body, streams);
      case "Case":
        return cases(this, node, streams);
      case "Subshell":
        return this.apart(() => this.run(node.body, streams));
      case "BraceGroup":
        return this.run(node.body, streams);
      case "Function":
        this.functions.set(node.name.value, node.body);
        homes.set(node.body, this.composition);
        return silent;
      case "Redirected":
        return redirected(this, node, streams);
      case "TestCommand": {
        const looked = new Words(this, streams).test(node.expression);
        notice(looked);
        return carrying(looked);
      }
      case "ArithmeticCommand":
        for (const name of new Set(node.body.match(/\w+/g)))
          notice(requestsOf(this.variables.get(name)?.items.flat() ?? []) as HttpRequest[]);
        return silent;
      case "Coproc":
        return this.run(node.body, streams);
      default:
        return silent;
    }
  }

  /** The output of a command substitution, and what its status tells. */
  public substitute(script: Node, streams: Streams): { text: Text; outcome: Outcome } {
    const out = capture();
    // A subshell's `set` stays its own.
    const before = { ...this.options };
    const outcome = this.apart(() => this.run(script, { ...streams, out, condition: false }));
    Object.assign(this.options, before);
    return { text: out.pieces, outcome };
  }

  /** The content of a file that this script wrote, or that lies beside the configuration. */
  public readFile(path: Text): Text | undefined {
    this.facts.read.push(fileKey(path, this.directory));
    const written = this.writtenFile(path);
    if (written !== undefined) return written;
    const file = this.find(path);
    return file && [literal(file.text(), { file, at: 0 })];
  }

  /** What Terraform or the script itself wrote to a file. */
  public writtenFile(path: Text): Text | undefined {
    return this.facts.written.get(fileKey(path, this.directory));
  }

  public writeFile(path: Text, text: Text, append = false): void {
    const key = fileKey(path, this.directory);
    this.facts.written.set(key, append ? [...(this.facts.written.get(key) ?? []), ...text] : text);
    if (/\.log$|\blogs?\//.test(key)) this.facts.shown.push({ text, by: "a log file", place: undefined });
  }

  /** A file by its path, from the folder that the script is in at that moment. */
  public find(path: Text): SourceFile | undefined {
    const name = known(path);
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
    const reported = `${dirname(known(this.variable("0") ?? []) ?? "")}/`;
    return this.at(resolvePath(dirname(script), name.startsWith(reported) ? name.slice(reported.length) : name));
  }

  /** `cd`: what follows finds its files from there. */
  public enter(path: string): void {
    this.directory = isAbsolute(path) ? path : resolvePath(this.directory, path);
  }

  public natureOf(name: string): Pick<Piece, "nature"> {
    return natureByName(name, this.host.furtherSecretNames);
  }

  /** The value of a variable as one text. */
  public variable(name: string): Text | undefined {
    return this.variables.get(name)?.items.flatMap((item, index) => (index > 0 ? [literal(" "), ...item] : [...item]));
  }
}
