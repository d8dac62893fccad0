import { didYouMean } from "./did-you-mean";
import { Faults, refuse } from "./faults";
import { isSecret, isText, isTexts, isValue, kindOf } from "./given";

/** What a property may be. A construct or a value of this library is told by one of its members. */
export type PropertyType =
  | "text"
  | "texts"
  | "texts by name"
  | "lists of texts by name"
  | "secrets by name"
  | "secret"
  | "boolean"
  | "number"
  | "list"
  | { readonly member: string }
  | { readonly eachOf: Readonly<Record<string, Property>> };

/** A property as those must be told it whom no compiler tells it: JavaScript has no types. */
export interface Property {
  readonly type: PropertyType;
  /** As an error names it. */
  readonly allowed: string;
}

/** The properties of an interface: the compiler refuses a table that lacks one, or says wrongly whether it is needed. */
export type Properties<Props> = {
  readonly [Name in keyof Required<Props>]: Property &
    (undefined extends Props[Name] ? { readonly required?: never } : { readonly required: true });
};

type Table = Readonly<Record<string, Property & { readonly required?: true }>>;

/** What can be read of properties, though others of them are wrong. */
export interface ReadableProperties<Props> {
  /** Those that have the right type. */
  readonly values: Partial<Props>;
  /** Whether one is given, be it of a wrong type. */
  readonly gives: (name: keyof Props) => boolean;
}

/**
 * Refuses properties that are not those of a table: unknown ones, missing ones, and those of a wrong type.
 *
 * @returns whether they may be read
 * @internal
 */
export function areProperties<Props extends object>(
  faults: Faults,
  given: unknown,
  properties: Properties<Props>,
): given is Props {
  const before = faults.count;
  return readProperties(faults, given, properties) !== undefined && faults.count === before;
}

/**
 * Refuses properties as `areProperties` does, and gives those that can be read nevertheless, so that all that is wrong with them
 * is told at once.
 *
 * @returns undefined where there are no properties at all
 * @internal
 */
export function readProperties<Props extends object>(
  faults: Faults,
  given: unknown,
  properties: Properties<Props>,
): ReadableProperties<Props> | undefined {
  const table = properties as Table;
  const names = Object.keys(table);
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    faults.add(
      "wrong-type",
      `the properties are given as ${kindOf(given)}. Allowed: an object with ${names.join(", ")}.`,
    );
    return undefined;
  }
  for (const name of Object.keys(given).filter((name) => !names.includes(name)))
    faults.add(
      "unknown-property",
      `there is no property "${name}"${didYouMean(name, names) || "."} Allowed: ${names.join(", ")}.`,
    );
  const values = given as Readonly<Record<string, unknown>>;
  const readable = Object.entries(table).flatMap(([name, property]) => {
    const value = isProperty(faults, name, property, values[name])
      ? values[name]
      : readablePart(name, property, values[name]);
    return value === undefined || value === null ? [] : [[name, value] as const];
  });
  return {
    values: Object.fromEntries(readable) as Partial<Props>,
    gives: (name) => values[name as string] !== undefined && values[name as string] !== null,
  };
}

/** Of things by name, those that are right. */
function readablePart(name: string, property: Table[string], value: unknown): object | undefined {
  const { type } = property;
  const byName = typeof type === "object" ? "eachOf" in type : type.endsWith(" by name");
  if (!byName || typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return Object.fromEntries(
    Object.entries(value).filter(([key, item]: [string, unknown]) =>
      isProperty(new Faults(""), name, property, { [key]: item }),
    ),
  );
}

function isProperty(faults: Faults, name: string, property: Table[string], value: unknown): boolean {
  const { type, allowed, required } = property;
  if (value === undefined || value === null) {
    if (required) faults.add("missing-property", `${name} is missing. Allowed: ${allowed}.`);
    return !required;
  }
  if (typeof type === "object" && "eachOf" in type)
    return isByName(faults, name, value, allowed, (_, item) => areProperties(faults, item, type.eachOf));
  if (typeof type === "object") return isValue(faults, name, value, type.member, allowed);
  switch (type) {
    case "text":
      return isText(faults, name, value, allowed);
    case "texts":
      return isTexts(faults, name, value, allowed);
    case "secret":
      return isSecret(faults, name, value);
    case "texts by name":
      return isByName(faults, name, value, allowed, (what, item) => isText(faults, what, item, "text"));
    case "lists of texts by name":
      return isByName(faults, name, value, allowed, (what, item) => isTexts(faults, what, item, '["a", "b"]'));
    case "secrets by name":
      return isByName(faults, name, value, allowed, (what, item) => isSecret(faults, what, item));
    case "list":
      if (Array.isArray(value)) return true;
      break;
    case "boolean":
    case "number":
      if (typeof value === type) return true;
  }
  faults.add("wrong-type", `${name} is ${kindOf(value)}. Allowed: ${allowed}.`);
  return false;
}

function isByName(
  faults: Faults,
  name: string,
  value: unknown,
  allowed: string,
  isItem: (what: string, item: unknown) => boolean,
): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    faults.add("wrong-type", `${name} is ${kindOf(value)}. Allowed: ${allowed}.`);
    return false;
  }
  return Object.entries(value)
    .map(([key, item]) => isItem(`"${key}" of ${name}`, item))
    .every(Boolean);
}

/**
 * The id of a construct, refused before CDKTF makes something of it.
 *
 * @internal
 */
export function constructId(kind: string, scope: unknown, id: unknown): string {
  if (!(scope instanceof Object && "node" in scope))
    refuse(kind, "wrong-type", `the scope is ${kindOf(scope)}. Allowed: a construct, such as the stack.`);
  if (typeof id !== "string" || id === "")
    refuse(kind, "wrong-type", `the id is ${id === "" ? "empty" : kindOf(id)}. Allowed: text, such as "verify".`);
  return id;
}
