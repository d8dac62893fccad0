const MAX_ENTRIES = 1_000;
/** Longer texts are seldom met twice. */
const MAX_LENGTH = 10_000;

/**
 * Keeps what a parser makes of a text. Stacks of one app repeat each other's commands and expressions; what comes of
 * them is never changed.
 */
export function memoized<T>(parse: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > MAX_LENGTH) return parse(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = parse(text);
    if (known.size >= MAX_ENTRIES) known.clear();
    known.set(text, result);
    return result;
  };
}

/** Keeps what is found of a thing, for as long as there is the thing. What is found never changes. */
export function remembered<K extends object, V>(find: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    let before = known.get(of);
    if (before === undefined) known.set(of, (before = { value: find(of) }));
    return before.value;
  };
}
