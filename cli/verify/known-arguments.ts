/**
 * The program's arguments, all of which this version's program reads. A stack of a later version may have others, which it
 * would pass over: such a request would be another one than Terraform makes. See lib/program/README.md.
 */
const KNOWN: readonly RegExp[] = [
  /^(token_endpoint|issuer|client_id|client_authentication)$/,
  /^(connect_timeout|timeout|minimum_lifetime|narrower_scope)$/,
  /^(tls\.(certificate|key|ca|least_version)|proxy)$/,
  /^(jwt|jwt\.[a-z0-9_]+\.(algorithm|key|passphrase|lifetime|key_id|thumbprint|claim\.[^=]+))$/,
  /^(revocation_endpoint|revocation_failure)$/,
  /^(retry|attempt|since|waited)$/,
  /^(http_version|header\.[^=]+|(optional_)?response_field)$/,
  /^(output|run)$/,
  /^(secret|form\.[^=]+|form_secret\.[^=]+)$/,
  /^[a-z][a-z0-9_]*\.(environment|file|command|variable|final_newline|source)$/,
];

/** The names of arguments that this version's program does not know. */
export function unknownArguments(names: readonly string[]): string[] {
  return names.filter((name) => !KNOWN.some((pattern) => pattern.test(name)));
}
