import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";

/**
 * Whole seconds of an option, where it is given.
 *
 * @throws UsageError
 */
export function seconds(given: Given, option: string, most: number): string | undefined {
  const value = given.one(option);
  if (value !== undefined && (!/^[1-9]\d{0,7}$/.test(value) || Number(value) > most))
    throw new UsageError(`--${option}: allowed are whole seconds from 1 to ${most}.`);
  return value;
}
