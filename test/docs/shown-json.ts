/** Stands for a value that a page leaves out. */
const LEFT_OUT = "…";

/** Below these sections a block has a type and a name, below others a name only. */
const TYPED = new Set(["resource", "data", "ephemeral"]);

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * How what a page shows differs from what is synthesized. A page may leave out whole blocks, but of a block that it shows
 * it shows everything, and says "…" for a value that it does not.
 */
export function differences(shown: Json, synthesized: Json): string[] {
  const normalized = JSON.parse(
    JSON.stringify(synthesized).replace(/access_token_request\/[0-9a-f]{32}\//g, "access_token_request/<hash>/"),
  ) as Json;
  if (!isObject(shown) || !isObject(normalized)) return ["it is no object"];
  return Object.entries(shown).flatMap(([section, blocks]) =>
    part(blocks, normalized[section], section, TYPED.has(section) ? 2 : 1),
  );
}

/** To the given depth some of the members suffice. */
function part(shown: Json, real: Json | undefined, path: string, depth: number): string[] {
  if (depth === 0 || !isObject(shown)) return same(shown, real, path);
  if (!isObject(real)) return [`${path} is not synthesized`];
  return Object.entries(shown).flatMap(([name, value]) => part(value, real[name], `${path}.${name}`, depth - 1));
}

function same(shown: Json | undefined, real: Json | undefined, path: string): string[] {
  if (shown === LEFT_OUT && real !== undefined) return [];
  if (shown === undefined) return [`${path} is synthesized, but not shown`];
  if (real === undefined) return [`${path} is shown, but not synthesized`];
  if (isList(shown) && isList(real) && shown.length === real.length)
    return shown.flatMap((item, index) => same(item, real[index], `${path}[${index}]`));
  if (isObject(shown) && isObject(real))
    return [...new Set([...Object.keys(shown), ...Object.keys(real)])]
      .filter((name) => name !== "//")
      .flatMap((name) => same(shown[name], real[name], `${path}.${name}`));
  return shown === real ? [] : [`${path} is shown as ${JSON.stringify(shown)}, synthesized is ${JSON.stringify(real)}`];
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === "object" && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
