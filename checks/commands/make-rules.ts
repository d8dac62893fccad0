/** A rule of a Makefile: what it makes of what, and how. */
export interface MakeRule {
  readonly targets: readonly string[];
  readonly needs: readonly string[];
  readonly recipe: string;
  /** Where the recipe begins. */
  readonly at: number;
}

/** `targets: prerequisites`, on one line; an assignment such as `NAME := value` is none. */
const RULE = /^([\w./%~-]+(?: +[\w./%~-]+)*) *::?(?!=)([^#;]*)(?:;(.*))?/;

const isRecipe = (line: string): boolean => line.startsWith("\t") || line.trim() === "";

/** The rules of a Makefile, with its variables in their headings. */
function rulesOf(text: string, variable: (name: string) => string | undefined): readonly MakeRule[] {
  const rules: MakeRule[] = [];
  const lines = text.split("\n");
  let at = 0;
  for (let index = 0; index < lines.length; index++) {
    let heading = lines[index] ?? "";
    at += heading.length + 1;
    while (heading.endsWith("\\") && !heading.startsWith("\t") && index + 1 < lines.length) {
      const next = lines[++index] ?? "";
      at += next.length + 1;
      heading = `${heading.slice(0, -1)} ${next}`;
    }
    const rule = RULE.exec(expanded(heading, variable));
    if (!rule) continue;
    const [, targets = "", needs = "", inline] = rule;
    const recipe: string[] = inline === undefined ? [] : [inline.trimStart()];
    const start = inline === undefined ? at : at - inline.trimStart().length - 1;
    for (let next = lines[index + 1]; next !== undefined && isRecipe(next); next = lines[index + 1]) {
      recipe.push(next);
      at += next.length + 1;
      index++;
    }
    rules.push({ targets: words(targets), needs: words(needs), recipe: recipe.join("\n"), at: start });
  }
  return rules;
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "" && word !== "|");

/** Only a heading has its variables now: a recipe has them when it runs. */
const expanded = (heading: string, variable: (name: string) => string | undefined): string =>
  heading.startsWith("\t") || !heading.includes("$")
    ? heading
    : heading.replace(/\$[({](\w{1,100})[)}]/g, (written, name: string) => variable(name) ?? written);

export class MakeRules {
  /** What is made where no target is named. */
  public readonly first: string | undefined;
  private readonly named = new Map<string, MakeRule[]>();
  private readonly withPattern: readonly MakeRule[];

  public constructor(text: string, variable: (name: string) => string | undefined) {
    const rules = rulesOf(text, variable);
    for (const rule of rules)
      for (const target of rule.targets) this.named.set(target, [...(this.named.get(target) ?? []), rule]);
    this.withPattern = rules.filter(({ targets }) => targets.some((target) => target.includes("%")));
    this.first = [...this.named.keys()].find((target) => !/^\.|%/.test(target));
  }

  public get patterns(): number {
    return this.withPattern.length;
  }

  /** The rule that makes a target, with the prerequisites of all that name it; else one with a pattern that it matches. */
  public for(name: string): MakeRule | undefined {
    const own = this.named.get(name) ?? [];
    const recipe = own.find((rule) => rule.recipe.trim() !== "") ?? own[0];
    if (recipe) return { ...recipe, needs: [recipe, ...own].flatMap(({ needs }) => needs) };
    for (const rule of this.withPattern) {
      const stem = rule.targets.map((target) => stemOf(target, name)).find((found) => found !== undefined);
      if (stem === undefined) continue;
      return {
        ...rule,
        needs: rule.needs.map((need) => need.replace("%", stem)),
        recipe: rule.recipe.replaceAll("$*", stem),
      };
    }
    return undefined;
  }
}

function stemOf(pattern: string, name: string): string | undefined {
  const [before = "", after] = pattern.split("%", 2);
  if (after === undefined || name.length <= before.length + after.length) return undefined;
  return name.startsWith(before) && name.endsWith(after)
    ? name.slice(before.length, name.length - after.length)
    : undefined;
}

/** A recipe for the shell, in which the automatic variables are the names that they have. */
export function asShell({ recipe, needs }: MakeRule, target: string): string {
  const automatic: Readonly<Record<string, string>> = { "@": target, "<": needs[0] ?? "", "^": needs.join(" ") };
  return inShell(
    recipe
      .split("\n")
      .map((line) => line.replace(/^\t?[-+@]*/, ""))
      .join("\n"),
    automatic,
  );
}

/** Make's own variables as those of the shell: they are expanded into the same words. */
export const inShell = (text: string, automatic: Readonly<Record<string, string>> = {}): string =>
  text.replace(
    /\$\$|\$\(shell |\$\((\w+)\)|\$([@<^])|\$\(([@<^])([DF])\)/g,
    (written, name?: string, symbol?: string, whole?: string, part?: string) => {
      if (written === "$$") return "$";
      if (name !== undefined) return `\${${name}}`;
      if (symbol !== undefined) return automatic[symbol] ?? written;
      if (whole === undefined) return "$(";
      const path = automatic[whole] ?? "";
      const at = path.lastIndexOf("/");
      return part === "D" ? (at < 0 ? "." : path.slice(0, at)) : path.slice(at + 1);
    },
  );
