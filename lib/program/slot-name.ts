/** Names that say something else in the program's arguments, or of which it takes the secret for something else. */
const OWN = new Set([
  "client_secret",
  "client_assertion",
  "tls_key",
  "tls_key_passphrase",
  "form",
  "form_secret",
  "header",
  "jwt",
]);

/**
 * The slot of a secret parameter: a part of a shell variable's name, and no other secret's.
 *
 * @internal
 */
export function slotName(parameter: string, isTaken: (slot: string) => boolean): string {
  const name = parameter.toLowerCase().replace(/[^a-z0-9]/g, "_");
  const slot = /^[a-z]/.test(name) && !OWN.has(name) ? name : `parameter_${name}`;
  let free = slot;
  for (let i = 2; isTaken(free); i++) free = `${slot}_${i}`;
  return free;
}
