import { RULE_IDS } from "./rule-ids.js";
import { acknowledgementFaults } from "./acknowledgement-faults.js";
import { describe, isRecord } from "./describe.js";
import type { CheckOptions } from "./options.js";
import { printable } from "../vocabulary/printable.js";
import { didYouMean } from "./suggest.js";

const KEYS = ["rules", "tokenEndpoints", "secretNames", "exclude", "acknowledgements"] as const;
const SEVERITIES = ["error", "warning", "off"] as const;
const PLACES = ["file", "address", "construct"] as const;

/** Options that cannot be used. All that is wrong with them is in the message. */
export class OptionsError extends Error {
  public override readonly name = "OptionsError";
}

/**
 * Options as a user gave them, judged: from a configuration file, or from JavaScript that no compiler saw.
 *
 * @throws OptionsError with everything that is wrong
 */
export function readOptions(given: unknown, source: string): CheckOptions {
  const faults = isRecord(given) ? faultsOf(given) : [`an object is needed, ${describe(given)} was given`];
  if (faults.length > 0)
    throw new OptionsError(
      `${printable(source)} cannot be used:\n${faults.map((fault) => `  - ${fault.replaceAll("\n", "\n    ")}`).join("\n")}`,
    );
  return given as CheckOptions;
}

function faultsOf(given: Readonly<Record<string, unknown>>): string[] {
  const { rules, acknowledgements } = given;
  return [
    ...unknownKeys(given, [...KEYS, "$schema"], "option"),
    ...(rules === undefined
      ? []
      : isRecord(rules)
        ? ruleFaults(rules)
        : [`"rules" must be an object, ${describe(rules)} was given`]),
    ...texts(given, "tokenEndpoints", (url) =>
      /^https?:\/\/./i.test(url)
        ? undefined
        : `"${printable(url.slice(0, 200))}" is not a URL; write it with its scheme, such as "https://login.example.com/session"`,
    ),
    ...texts(given, "secretNames"),
    ...texts(given, "exclude"),
    ...(acknowledgements === undefined
      ? []
      : Array.isArray(acknowledgements)
        ? acknowledgements.flatMap((one: unknown, index) => placedFaults(one, `acknowledgements[${index}]`))
        : [`"acknowledgements" must be a list, ${describe(acknowledgements)} was given`]),
  ];
}

function ruleFaults(rules: Readonly<Record<string, unknown>>): string[] {
  return [
    ...unknownKeys(rules, RULE_IDS, "rule"),
    ...Object.entries(rules).flatMap(([id, severity]) =>
      severity === undefined || (SEVERITIES as readonly unknown[]).includes(severity)
        ? []
        : [`rules: "${printable(id.slice(0, 80))}" is ${describe(severity)}; allowed: ${quoted(SEVERITIES)}`],
    ),
  ];
}

function placedFaults(given: unknown, where: string): string[] {
  if (!isRecord(given)) return [`${where} must be an object, ${describe(given)} was given`];
  const placed = PLACES.filter((key) => given[key] !== undefined);
  return [
    ...unknownKeys(given, ["id", "reason", "until", ...PLACES], "key"),
    ...acknowledgementFaults(given),
    ...placed.flatMap((key) =>
      typeof given[key] === "string" && given[key] !== ""
        ? []
        : [`"${key}" must be a text, ${describe(given[key])} was given`],
    ),
    ...(placed.length > 0
      ? []
      : [`it says nowhere where it holds; give one of ${quoted(PLACES)}, or set the rule's severity in "rules"`]),
  ].map((fault) => `${where}: ${fault}`);
}

function texts(
  given: Readonly<Record<string, unknown>>,
  key: string,
  faultOf: (text: string) => string | undefined = () => undefined,
): string[] {
  const list = given[key];
  if (list === undefined) return [];
  if (!Array.isArray(list)) return [`"${key}" must be a list of texts, ${describe(list)} was given`];
  return list.flatMap((item: unknown, index) => {
    if (typeof item !== "string" || item === "")
      return [`${key}[${index}] must be a text, ${describe(item)} was given`];
    const fault = faultOf(item);
    return fault === undefined ? [] : [`${key}[${index}]: ${fault}`];
  });
}

function unknownKeys(given: Readonly<Record<string, unknown>>, allowed: readonly string[], kind: string): string[] {
  return Object.keys(given)
    .filter((key) => !allowed.includes(key))
    .map(
      (key) =>
        `"${printable(key.slice(0, 80))}" is not a known ${kind}${didYouMean(key, allowed)}\nallowed: ${allowed.filter((one) => one !== "$schema").join(", ")}`,
    );
}

const quoted = (words: readonly string[]): string => words.map((word) => `"${word}"`).join(", ");
