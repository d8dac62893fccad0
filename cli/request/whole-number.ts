import type { Given } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";

/**
 * @param unit what is counted
 * @throws UsageError
 */
export function wholeNumber(option: string, value: string, unit: string, most: number): string {
  if (!/^[1-9]\d{0,7}$/.test(value) || Number(value) > most)
    throw new UsageError(`--${option}: allowed are whole ${unit} from 1 to ${most}.`);
  return value;
}

/**
 * Whole seconds of an option, where it is given.
 *
 * @throws UsageError
 */
export function seconds(given: Given, option: string, most: number): string | undefined {
  const value = given.one(option);
  return value === undefined ? undefined : wholeNumber(option, value, "seconds", most);
}
