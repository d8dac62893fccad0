import type { Faults } from "./faults";
import { refuseRelativePath } from "./program/path";
import { readProperties, type Properties } from "./properties";
import type { Secret } from "./secret";
import { formEncode } from "./terraform/form-encoding";

/** What a client shows of itself in the TLS handshake (RFC 8705). */
export interface ClientCertificate {
  /** The absolute path of the certificate, in PEM, with those that it is signed by where the server wants them. It is no secret. */
  readonly certificateFile: string;
  /**
   * The private key, in PEM. Under ksh93 only `Secret.fromFile` can be used: the path is given to curl. From anywhere else the
   * program reads it, and gives it to curl by a pipe.
   */
  readonly key: Secret;
  /**
   * The passphrase of the key, where it is encrypted.
   *
   * @default - the key is not encrypted
   */
  readonly keyPassphrase?: Secret;
}

const PROPERTIES: Properties<ClientCertificate> = {
  certificateFile: { type: "text", required: true, allowed: "an absolute path, or a Terraform reference" },
  key: { type: "secret", required: true, allowed: "a Secret with a private key in PEM" },
  keyPassphrase: { type: "secret", allowed: "a Secret" },
};

/** @internal */
export function refuseCertificate(faults: Faults, certificate: unknown): void {
  const path = readProperties<ClientCertificate>(faults, certificate, PROPERTIES)?.values.certificateFile;
  if (path !== undefined) refuseRelativePath(faults, "certificateFile", path);
}

/**
 * The arguments of the program, and the secrets by their slots.
 *
 * @internal
 */
export function certificateParts({ certificateFile, key, keyPassphrase }: ClientCertificate): {
  readonly arguments: readonly string[];
  readonly secrets: readonly (readonly [slot: string, secret: Secret])[];
} {
  const path = key._file;
  return {
    arguments: [`tls.certificate=${formEncode(certificateFile)}`, ...(path === undefined ? [] : [`tls.key=${path}`])],
    secrets: [
      ...(path === undefined ? [["tls_key", key] as const] : []),
      ...(keyPassphrase ? [["tls_key_passphrase", keyPassphrase] as const] : []),
    ],
  };
}
