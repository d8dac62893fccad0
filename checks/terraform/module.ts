import { resolve as resolvePath } from "node:path";
import { addressOf, typeIn, type Attribute, type Block, type Directory } from "../configuration/configuration.js";
import { isIndex, SPLAT, type Expression } from "../configuration/expressions/expression.js";
import { evaluate } from "./evaluate.js";
import type { ModuleScope, Scope, Workspace } from "./scope.js";
import { hole, type Taint, type Origin } from "../values/symbolic-string.js";
import { UNKNOWN, stringValue, withOrigin, type SymbolicValue } from "../values/symbolic-value.js";
import { holdsAnswer, holdsStatus, isAnswering } from "../vocabulary/answers.js";
import { isSecretAttribute } from "../vocabulary/secret-attributes.js";
import { ofObjectType } from "./object-type.js";
import { attributeOfBlock } from "./resource.js";

/** More calls of modules in modules than configuration has. */
const MAX_CALLS = 8;

/** A module as it is called from one place, or as the root. */
export class ModuleInstance implements ModuleScope {
  public readonly blocks = new Map<string, Block>();
  private readonly values = new Map<string, SymbolicValue>();
  private readonly ofAttributes = new Map<Attribute, SymbolicValue>();
  private readonly evaluating = new Set<string>();
  private breaks = 0;
  private readonly children = new Map<string, ModuleInstance | undefined>();

  public constructor(
    public readonly directory: Directory,
    public readonly workspace: Workspace,
    public readonly parent?: ModuleInstance,
    public readonly call?: Block,
  ) {
    for (const block of directory.blocks) {
      if (block.type === "locals") for (const name of block.attributes.keys()) this.blocks.set(`local.${name}`, block);
      else this.blocks.set(addressOf(block), block);
    }
  }

  public get depth(): number {
    return this.parent ? this.parent.depth + 1 : 0;
  }

  public get root(): ModuleInstance {
    return this.parent ? this.parent.root : this;
  }

  public origin(address: string): Origin {
    return { scope: this.directory.path, address };
  }

  public attribute(attribute: Attribute | undefined, block?: Block): SymbolicValue | undefined {
    if (attribute === undefined) return undefined;
    const before = this.ofAttributes.get(attribute);
    if (before !== undefined) return before;
    const { budget } = this.workspace;
    const evaluated = (): SymbolicValue => {
      const value = evaluate(attribute.value(), { module: this, place: attribute.place, block, bindings: new Map() });
      // In the midst of another value, or of too much work, this one may lack a part.
      if (block && this.evaluating.size === 0 && !budget.isCut) this.ofAttributes.set(attribute, value);
      return value;
    };
    return budget.within(block ?? attribute, evaluated, UNKNOWN);
  }

  public evaluate(expression: Expression, scope: Scope): SymbolicValue {
    return evaluate(expression, scope);
  }

  /** `var.name`, and what the calling module gives for it. */
  public variable(name: string): SymbolicValue {
    return this.memoize(`variable.${name}`, () => {
      const given = this.call?.attributes.get(name);
      const block = this.blocks.get(`variable.${name}`);
      const origin = this.origin(`variable.${name}`);
      if (given && this.parent) return withOrigin(this.parent.attribute(given, this.call) ?? UNKNOWN, origin, false);
      const setting = this.parent ? undefined : this.directory.settings.get(name);
      const standing = this.attribute(setting ?? block?.attributes.get("default"));
      if (standing === undefined || isUnset(standing)) {
        const typed = ofObjectType(block?.attributes.get("type")?.value(), this.workspace.vocabulary);
        return withOrigin(typed ?? stringValue([hole(taintOf(name, this.workspace))]), origin, false);
      }
      return withOrigin(standing, origin, true);
    });
  }

  public local(name: string): SymbolicValue | undefined {
    const attribute = this.blocks.get(`local.${name}`)?.attributes.get(name);
    if (attribute === undefined) return undefined;
    return this.memoize(`local.${name}`, () =>
      withOrigin(this.attribute(attribute) ?? UNKNOWN, this.origin(`local.${name}`), false),
    );
  }

  /** A module of the same repository, called by this one. */
  public child(name: string): ModuleInstance | undefined {
    if (this.children.has(name)) return this.children.get(name);
    this.children.set(name, undefined);
    const call = this.blocks.get(`module.${name}`);
    const source = this.attribute(call?.attributes.get("source"));
    const path = source?.kind === "text" ? source.fragments.map((fragment) => fragment.text ?? "").join("") : "";
    if (!call || !/^\.{1,2}(?:\/|$)/.test(path)) return undefined;
    const directory = this.workspace.directory(resolvePath(this.directory.path, path));
    if (directory === undefined) return undefined;
    const { budget } = this.workspace;
    if (this.calls(directory))
      budget.cut("calls a module that in turn calls this one, which was not followed again", call);
    else if (this.depth >= MAX_CALLS)
      budget.cut(`is the call of a module at more than ${MAX_CALLS} removes, which was not followed`, call);
    if (this.calls(directory) || this.depth >= MAX_CALLS) return undefined;
    const child = new ModuleInstance(directory, this.workspace, this, call);
    this.children.set(name, child);
    return child;
  }

  private calls(directory: Directory): boolean {
    return this.directory.path === directory.path || (this.parent?.calls(directory) ?? false);
  }

  public output(name: string): SymbolicValue | undefined {
    const attribute = this.blocks.get(`output.${name}`)?.attributes.get("value");
    if (attribute === undefined) return undefined;
    return this.memoize(`output.${name}`, () =>
      withOrigin(this.attribute(attribute) ?? UNKNOWN, this.origin(`output.${name}`), false),
    );
  }

  /** An attribute of a resource or data source, as far as the configuration itself gives it. */
  public resource(address: string, path: readonly string[], scope: Scope): SymbolicValue {
    const block = this.blocks.get(address);
    const standing =
      block &&
      this.memoize(`${address}.${path.join(".")}`, () => attributeOfBlock(this, block, path, scope) ?? UNKNOWN);
    const steps = path.filter((step) => !isIndex(step));
    const origin = { ...this.origin(address), ...(steps.length > 0 && { member: steps.join(".") }) };
    const value =
      standing && standing !== UNKNOWN
        ? withOrigin(standing, origin, false)
        : stringValue([hole({ provenance: [origin], ...taintOfAttribute(steps, this.workspace, address) })]);
    // Of instances that only a run counts, one is enough.
    return path[0] === SPLAT ? { kind: "list", items: [value] } : value;
  }

  private memoize(key: string, compute: () => SymbolicValue): SymbolicValue {
    const before = this.values.get(key);
    if (before !== undefined) return before;
    const { budget } = this.workspace;
    if (this.breaks !== budget.breaks) {
      this.evaluating.clear();
      this.breaks = budget.breaks;
    }
    // A cycle is an error that Terraform itself reports.
    if (this.evaluating.has(key) || this.evaluating.size > 200) return UNKNOWN;
    this.evaluating.add(key);
    const value = compute();
    this.evaluating.delete(key);
    // What one block could not pay for, another may.
    if (!budget.isCut) this.values.set(key, value);
    return value;
  }
}

function isUnset(value: SymbolicValue): boolean {
  if (value.kind !== "text") return false;
  const characters = value.fragments.map((fragment) => fragment.text ?? "?").join("");
  return characters === "" || (value.bare === true && characters === "null");
}

function taintOfAttribute(steps: readonly string[], workspace: Workspace, address: string): { taint?: Taint } {
  const name = steps.at(-1) ?? "";
  const first = steps[0] ?? "";
  if (!isAnswering(typeIn(address))) return taintOf(name, workspace, address);
  if (steps.length === 0 || (steps.length === 1 && holdsAnswer(first))) return { taint: "response" };
  if (holdsStatus(first)) return { taint: "status" };
  if (!holdsAnswer(first)) return taintOf(name, workspace, address);
  const type = workspace.vocabulary.classifyName(name);
  if (type === "oauth" || type === "general") return { taint: "secret" };
  return { taint: type === "token" ? "token" : "field" };
}

/** Attributes whose name tells nothing: there the name of the block does. */
const NAMELESS = ["value", "result", "output", "plaintext", "data", "secret_string", "content"];

function taintOf(name: string, workspace: Workspace, address = ""): { taint?: "secret" | "token" } {
  if (isSecretAttribute(typeIn(address), name)) return { taint: "secret" };
  const own = workspace.vocabulary.taintOf(name);
  if (own.taint !== undefined || address === "" || !NAMELESS.includes(name)) return own;
  return workspace.vocabulary.taintOf(address.slice(address.lastIndexOf(".") + 1));
}
