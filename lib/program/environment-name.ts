/** What the shell, or the program, sets itself. */
const RESERVED = [
  "PATH",
  "IFS",
  "PWD",
  "OLDPWD",
  "HOME",
  "ENV",
  "LC_ALL",
  "LANG",
  "SHELL",
  "PPID",
  "PS4",
  "_",
  "ACCESS_TOKEN",
];

/**
 * Why a secret cannot be in an environment variable of this name; a name that is none may be the secret, and is not
 * repeated.
 *
 * @internal
 */
export function environmentNameFault(name: string): string | undefined {
  const reserved = RESERVED.includes(name);
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !reserved) return undefined;
  return `this cannot name a secret's environment variable${reserved ? `: "${name}" is used by the shell` : ""}. Allowed: letters, digits and "_", not beginning with a digit. Give the variable's name, never the secret itself.`;
}
