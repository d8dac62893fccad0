import { RULE_IDS } from "./rule-ids.js";
import { describe } from "./describe.js";
import { printable } from "../vocabulary/printable.js";
import { didYouMean } from "./suggest.js";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is wrong with an acknowledgement, wherever it was written: nothing, or what to change. */
export function acknowledgementFaults(given: {
  readonly id?: unknown;
  readonly reason?: unknown;
  readonly until?: unknown;
}): string[] {
  const { id, reason, until } = given;
  const faults: string[] = [];
  if (typeof id !== "string" || id === "") faults.push(`it has no "id" of a rule\nallowed: ${RULE_IDS.join(", ")}`);
  else if (!(RULE_IDS as readonly string[]).includes(id))
    faults.push(
      `"${printable(id.slice(0, 80))}" is no rule${didYouMean(id, RULE_IDS)}\nallowed: ${RULE_IDS.join(", ")}`,
    );
  if (typeof reason !== "string" || reason.trim() === "")
    faults.push('it has no "reason"; say why the finding is acceptable here');
  if (until !== undefined && (typeof until !== "string" || !isDate(until)))
    faults.push(
      `"until" is ${describe(until)}; write the last day on which it holds as YYYY-MM-DD, such as 2027-01-31`,
    );
  return faults;
}

/** A day of the calendar: not 2027-02-30. */
function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text);
}

/** Whether the last day has passed, by UTC. */
export function isExpired(until: string | undefined, now: Date): boolean {
  return until !== undefined && until < now.toISOString().slice(0, 10);
}
