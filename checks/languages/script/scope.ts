import type { AbstractValue } from "../abstract-value.js";

/** The variables of a function or module, within those of what it is in. */
export class Scope {
  private readonly values = new Map<string, AbstractValue>();
  private readonly outside = new Set<string>();

  public constructor(private readonly outer?: Scope) {}

  public get(name: string): AbstractValue | undefined {
    return this.values.get(name) ?? this.outer?.get(name);
  }

  public set(name: string, value: AbstractValue): void {
    if (this.outside.has(name) && this.outer) this.outer.assign(name, value);
    else this.values.set(name, value);
  }

  /** Sets a variable where it was declared. */
  public assign(name: string, value: AbstractValue): void {
    if (this.outer && !this.values.has(name) && this.outer.get(name)) this.outer.assign(name, value);
    else this.values.set(name, value);
  }

  /** `global` and `nonlocal` of Python. */
  public leaveOutside(name: string): void {
    if (this.outer) this.outside.add(name);
  }

  public entries(): Iterable<[string, AbstractValue]> {
    return this.values;
  }
}
