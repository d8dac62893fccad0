import type { Option } from "../options/option.js";

/** A secret of a request, by the names that it has in the program, on the command line and in sentences. */
export interface Slot {
  readonly slot: string;
  readonly option: string;
  readonly what: string;
  /** Not missing where it is not given. */
  readonly optional?: true;
  /** Has line breaks, at the first of which a terminal would take it for whole, and the rest for commands. */
  readonly lines?: true;
  /** The argument that has the path, where curl reads the file itself. */
  readonly pathArgument?: string;
}

export const CLIENT_SECRET: Slot = { slot: "client_secret", option: "client-secret", what: "client secret" };
export const CLIENT_ASSERTION: Slot = {
  slot: "client_assertion",
  option: "client-assertion",
  what: "client assertion",
};
export const PASSWORD: Slot = { slot: "password", option: "password", what: "password" };
export const REFRESH_TOKEN: Slot = { slot: "refresh_token", option: "refresh-token", what: "refresh token" };
export const ASSERTION: Slot = { slot: "assertion", option: "assertion", what: "assertion" };
export const SUBJECT_TOKEN: Slot = { slot: "subject_token", option: "subject-token", what: "subject token" };
export const ACTOR_TOKEN: Slot = {
  slot: "actor_token",
  option: "actor-token",
  what: "actor token",
  optional: true,
};
export const TLS_KEY: Slot = {
  slot: "tls_key",
  option: "certificate-key",
  what: "certificate's key",
  lines: true,
  pathArgument: "tls.key",
};
export const TLS_KEY_PASSPHRASE: Slot = {
  slot: "tls_key_passphrase",
  option: "certificate-key-passphrase",
  what: "passphrase of the certificate's key",
  optional: true,
};

const PRIVATE_KEY = { option: "private-key", what: "private key", lines: true } as const;
const PASSPHRASE = {
  option: "private-key-passphrase",
  what: "passphrase of the private key",
  optional: true,
} as const;

/** What signs the JWT of a slot. */
export function privateKeySlots(jwt: string): readonly [key: Slot, passphrase: Slot] {
  return [
    { ...PRIVATE_KEY, slot: `${jwt}_key` },
    { ...PASSPHRASE, slot: `${jwt}_key_passphrase` },
  ];
}

/** Those that have options; the others are parameters of the user's own. */
export const SLOTS: readonly Slot[] = [
  CLIENT_SECRET,
  CLIENT_ASSERTION,
  ...privateKeySlots("client_assertion"),
  TLS_KEY,
  TLS_KEY_PASSPHRASE,
  PASSWORD,
  REFRESH_TOKEN,
  ASSERTION,
  SUBJECT_TOKEN,
  ACTOR_TOKEN,
];

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
const ELSEWHERE = ["secret", "pass", "passwd", "user", "u", "p", "token", "credentials", "basic", "auth", "key", "jwt"];

/** Why an option that would hold a secret is refused. */
export function literalRefused(name: string): string | undefined {
  const plain = name.replace(/[^A-Za-z]/g, "").toLowerCase();
  const slot = SLOTS.find(({ option }) => option.replaceAll("-", "") === plain);
  if (slot === undefined && !ELSEWHERE.includes(plain)) return undefined;
  const { option, what } = slot ?? CLIENT_SECRET;
  const dashes = name.length === 1 ? "-" : "--";
  const typed =
    slot?.lines === true || slot?.optional === true ? "" : ", or give none of them and type it when you are asked";
  return `${dashes}${name}: a secret is never an argument, because every process of the machine can read it there, and the shell keeps it in its history. Remove it from the history, and change the secret where others use this machine. Give the ${what} by --${option}-env NAME, --${option}-file PATH or --${option}-command COMMAND${typed}.`;
}
