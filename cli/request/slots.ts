import type { Option } from "../options/option.js";

/** A secret of a request, by the names that it has in the program, on the command line and in sentences. */
export interface Slot {
  readonly slot: string;
  readonly option: string;
  readonly what: string;
}

export const CLIENT_SECRET: Slot = { slot: "client_secret", option: "client-secret", what: "client secret" };
export const CLIENT_ASSERTION: Slot = {
  slot: "client_assertion",
  option: "client-assertion",
  what: "client assertion",
};
export const PASSWORD: Slot = { slot: "password", option: "password", what: "password" };
export const REFRESH_TOKEN: Slot = { slot: "refresh_token", option: "refresh-token", what: "refresh token" };

export const SLOTS: readonly Slot[] = [CLIENT_SECRET, CLIENT_ASSERTION, PASSWORD, REFRESH_TOKEN];

/** The ways in which a secret is given: by reference, each of them. */
export function slotOptions({ option, what }: Slot): Option[] {
  return [
    { name: `${option}-env`, value: "NAME", help: `the environment variable that holds the ${what}` },
    {
      name: `${option}-file`,
      value: "PATH",
      help: `the file that holds the ${what}; one newline at its end is dropped`,
    },
    {
      name: `${option}-command`,
      value: "COMMAND",
      help: `a command that prints the ${what}, such as "pass show cxone"; no shell runs it`,
    },
  ];
}

/** How other tools take a secret as an argument, whatever the case and the separators. */
const ELSEWHERE = ["secret", "pass", "passwd", "user", "u", "p", "token", "credentials", "basic", "auth"];

/** Why an option that would hold a secret is refused. */
export function literalRefused(name: string): string | undefined {
  const plain = name.replace(/[^A-Za-z]/g, "").toLowerCase();
  const slot = SLOTS.find(({ option }) => option.replaceAll("-", "") === plain);
  if (slot === undefined && !ELSEWHERE.includes(plain)) return undefined;
  const { option, what } = slot ?? CLIENT_SECRET;
  const dashes = name.length === 1 ? "-" : "--";
  return `${dashes}${name}: a secret is never an argument, because every process of the machine can read it there, and the shell keeps it in its history. Remove it from the history, and change the secret where others use this machine. Give the ${what} by --${option}-env NAME, --${option}-file PATH or --${option}-command COMMAND, or give none of them and type it when you are asked.`;
}
