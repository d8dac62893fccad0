/**
 * Whether a version constraint (https://developer.hashicorp.com/terraform/language/expressions/version-constraints)
 * leaves room for a version, or for a later one.
 *
 * @internal
 */
export function admitsFrom(constraint: string, minimum: string): boolean {
  return constraint.split(",").every((term) => {
    const { operator = "", version = "" } =
      /^(?<operator>[=!<>~]{0,2})\s*(?<version>[^\s=!<>~]*)$/.exec(term.trim())?.groups ?? {};
    if (operator === "" || operator === "=" || operator === "<=") return compareVersions(version, minimum) >= 0;
    if (operator === "<") return compareVersions(version, minimum) > 0;
    if (operator === "~>") return compareVersions(firstBeyond(version), minimum) > 0;
    return true;
  });
}

/** `~> 2.5` allows what is below 3, `~> 2.5.1` what is below 2.6. */
function firstBeyond(version: string): string {
  const parts = numbers(version).slice(0, -1);
  return [...parts.slice(0, -1), (parts.at(-1) ?? Infinity) + 1].join(".");
}

/**
 * Below 0 where the first version is the earlier one, above 0 where it is the later one.
 *
 * @internal
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbers(version: string): number[] {
  return version.replace(/^v/, "").split(/[-+]/, 1).join().split(".").map(Number);
}
