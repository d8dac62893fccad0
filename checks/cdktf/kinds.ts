import type { IConstruct } from "constructs";

/**
 * What the checks need of CDKTF's classes. They are told by the marks they carry, as CDKTF's own `isStack` does it: so it
 * works with cdktf and cdktn alike, whatever copies of them are installed, and the checks import neither.
 */
export interface Stack extends IConstruct {
  toTerraform(): object;
  prepareStack(): void;
  addOverride(path: string, value: unknown): void;
  readonly synthesizer: { synthesize(session: unknown): void };
}

export interface App extends IConstruct {
  readonly outdir: string;
}

export interface Element extends IConstruct {
  toTerraform(): object;
}

/** A file or folder that CDKTF copies beside a stack's configuration. */
export interface Asset extends IConstruct {
  readonly path: string;
  readonly sourcePath: string;
}

const marked = (construct: object, mark: string): boolean => Symbol.for(mark) in construct;

export const isApp = (construct: object): construct is App => marked(construct, "cdktf/App");
export const isStack = (construct: object): construct is Stack => marked(construct, "cdktf/TerraformStack");
export const isElement = (construct: object): construct is Element => marked(construct, "cdktf/TerraformElement");

/** CDKTF does not mark assets, so they are told by what they have. */
export function isAsset(construct: object): construct is Asset {
  const { path, sourcePath, assetHash } = construct as Readonly<Record<string, unknown>>;
  return typeof path === "string" && typeof sourcePath === "string" && typeof assetHash === "string";
}

export function isConstruct(value: unknown): value is IConstruct {
  return typeof value === "object" && value !== null && "node" in value && typeof value.node === "object";
}

export const stacksOf = (scope: IConstruct): Stack[] => scope.node.findAll().filter(isStack);

/** The stack that a construct is in, or is. */
export const stackOf = (construct: IConstruct): Stack | undefined => construct.node.scopes.reverse().find(isStack);

/** All constructs of a stack; those of a stack within it are written into a file of their own. */
export function constructsOf(stack: Stack, below: IConstruct = stack): IConstruct[] {
  return below.node.findAll().filter((construct) => stackOf(construct) === stack);
}
