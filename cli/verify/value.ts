/** A value of Terraform's language that is known without Terraform. */
export type Value = string | number | boolean | null | readonly Value[] | ValueObject;
export interface ValueObject {
  readonly [name: string]: Value;
}

/** Why a value is not known. None of these messages holds a value. */
export class NotKnown extends Error {
  public override readonly name = "NotKnown";

  public constructor(
    message: string,
    /** Whether the user can give it; else only Terraform can know it. */
    public readonly missing: boolean = false,
  ) {
    super(message);
  }
}

/** @throws NotKnown if Terraform makes no text of it */
export function textOf(value: Value): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw new NotKnown("a value is not text where text is needed", true);
}

export function listOf(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value as readonly Value[];
  throw new NotKnown("a value is not a list where a list is needed", true);
}
