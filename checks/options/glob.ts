/**
 * Glob patterns: `*` and `?` within a name, `[a-z]`, `{a,b}`, and `**` for any folders. Libraries make a regular expression of a glob, whose
 * cost grows with each further asterisk; here a name of n characters costs n times the pattern's length, whatever the pattern.
 */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns.flatMap((pattern) => alternatives(pattern)).map((pattern) => pattern.split("/"));
  return (path) => {
    const names = path.split("/");
    return globs.some((glob) => matches(glob, names, (part) => part === "**", matchesName));
  };
}

const MAX_ALTERNATIVES = 1_000;

/** `{a,b}` written out; what is unclosed, or would be too many, stands for itself. */
function alternatives(pattern: string): string[] {
  let all = [pattern];
  for (;;) {
    const next = all.flatMap((one) => {
      const braces = /\{[^,{}]*,[^{}]*\}/.exec(one.slice(0, 2_000));
      if (!braces) return [one];
      const [before, after] = [one.slice(0, braces.index), one.slice(braces.index + braces[0].length)];
      return braces[0]
        .slice(1, -1)
        .split(",")
        .map((word) => before + word + after);
    });
    if (next.length === all.length || next.length > MAX_ALTERNATIVES) return all;
    all = next;
  }
}

/** Whether parts match items, where some parts take any number of them: after a failure only the last such part takes one more. */
function matches<Part, Item>(
  parts: readonly Part[],
  items: readonly Item[],
  takesAny: (part: Part) => boolean,
  takes: (part: Part, item: Item) => boolean,
): boolean {
  let part = 0;
  let item = 0;
  let again: { readonly part: number; item: number } | undefined;
  while (item < items.length) {
    const wanted = parts[part];
    const given = items[item] as Item;
    if (wanted !== undefined && takesAny(wanted)) again = { part: part++, item };
    else if (wanted !== undefined && takes(wanted, given)) {
      part++;
      item++;
    } else if (again) {
      item = ++again.item;
      part = again.part + 1;
    } else return false;
  }
  return parts.slice(part).every(takesAny);
}

type CharacterTest = "*" | ((character: string) => boolean);

function matchesName(pattern: string, name: string): boolean {
  return matches(
    testsOf(pattern),
    Array.from(name),
    (test) => test === "*",
    (test, character) => test !== "*" && test(character),
  );
}

function testsOf(pattern: string): CharacterTest[] {
  const tests: CharacterTest[] = [];
  const last = pattern.lastIndexOf("]");
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const end = character === "[" && at < last ? pattern.indexOf("]", at + 2) : -1;
    if (character === "*") tests.push("*");
    else if (character === "?") tests.push(() => true);
    else if (end > 0) {
      tests.push(classOf(pattern.slice(at + 1, end)));
      at = end;
    } else {
      const wanted = character === "\\" && at + 1 < pattern.length ? pattern.charAt(++at) : character;
      tests.push((given) => given === wanted);
    }
  }
  return tests;
}

/** `a-z0`, `!a`. */
function classOf(text: string): (character: string) => boolean {
  const not = /^[!^]/.test(text);
  const members = not ? text.slice(1) : text;
  return (character) => {
    let found = false;
    for (let at = 0; at < members.length; at++) {
      const [from, to] = [members.charAt(at), members.charAt(at + 2)];
      if (members.charAt(at + 1) === "-" && to !== "") {
        found ||= character >= from && character <= to;
        at += 2;
      } else found ||= character === from;
    }
    return found !== not;
  };
}
