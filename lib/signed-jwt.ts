import { Faults } from "./faults";
import { secondsArgument } from "./program/seconds";
import { readProperties, type Properties } from "./properties";
import type { Secret } from "./secret";
import { formEncode } from "./terraform/form-encoding";

/** The algorithms of RFC 7518 section 3.1 by which a private key signs a JWT. */
export enum JwtAlgorithm {
  /** RSASSA-PKCS1-v1_5 with SHA-256: an RSA key of 2048 bits or more. */
  RS256 = "RS256",
  /** RSASSA-PSS with SHA-256: an RSA key of 2048 bits or more. */
  PS256 = "PS256",
  /** ECDSA with SHA-256: an EC key of the curve P-256. */
  ES256 = "ES256",
  /** ECDSA with SHA-384: an EC key of the curve P-384. */
  ES384 = "ES384",
}

/** The claims of a JWT that is signed for a request (RFC 7523 section 3). */
export interface JwtClaimsOptions {
  /**
   * The audience, `aud`.
   *
   * @default - the token endpoint's URL
   */
  readonly audience?: string;
  /**
   * Further claims, all of them texts. They are in the synthesized text. `iat`, `exp` and `jti` are the program's, and there
   * is no `nbf`, since a server whose clock is slow would refuse it.
   *
   * @default - none
   */
  readonly claims?: Record<string, string>;
  /**
   * How long the JWT is valid, in whole seconds from 1 to 3600.
   *
   * @default 60
   */
  readonly lifetimeSeconds?: number;
}

/** What a JWT is signed with and says. */
export interface PrivateKeyJwtProps extends JwtClaimsOptions {
  /** The algorithm, which has to fit the key. */
  readonly algorithm: JwtAlgorithm;
  /** The private key, in PEM. Line breaks may be written as `\\n`, as in JSON. */
  readonly key: Secret;
  /**
   * The passphrase of the key, where it is encrypted.
   *
   * @default - the key is not encrypted
   */
  readonly keyPassphrase?: Secret;
  /**
   * The id of the key, `kid`.
   *
   * @default - no `kid`
   */
  readonly keyId?: string;
  /**
   * The SHA-1 (`x5t`) or the SHA-256 (`x5t#S256`) of the key's certificate, in hexadecimal or base64url.
   *
   * @default - neither `x5t` nor `x5t#S256`
   */
  readonly certificateThumbprint?: string;
  /**
   * The issuer, `iss`. A JWT as authorization grant needs it.
   *
   * @default - the client's id, where the JWT authenticates the client
   */
  readonly issuer?: string;
  /**
   * The subject, `sub`.
   *
   * @default - the client's id, where the JWT authenticates the client; else none
   */
  readonly subject?: string;
}

const CLAIMS: Properties<JwtClaimsOptions> = {
  audience: { type: "text", allowed: 'text, such as "https://login.example.com"' },
  claims: { type: "texts by name", allowed: "an object of texts" },
  lifetimeSeconds: { type: "number", allowed: `whole seconds from 1 to 3600` },
};

const PROPS: Properties<PrivateKeyJwtProps> = {
  ...CLAIMS,
  algorithm: { type: "text", required: true, allowed: "JwtAlgorithm.RS256, PS256, ES256 or ES384" },
  key: { type: "secret", required: true, allowed: "a Secret with a private key in PEM" },
  keyPassphrase: { type: "secret", allowed: "a Secret" },
  keyId: { type: "text", allowed: "the id of the key, as text" },
  certificateThumbprint: { type: "text", allowed: "the SHA-1 or SHA-256 of the certificate, as text" },
  issuer: { type: "text", allowed: "text" },
  subject: { type: "text", allowed: "text" },
};

const HOUR = 3600;

/** A claim, and what sets it in place of `claims`. */
const OWN_CLAIMS = new Map([
  ["iss", "use issuer"],
  ["sub", "use subject"],
  ["aud", "use audience"],
  ["iat", "the program sets it"],
  ["exp", "use lifetimeSeconds"],
  ["jti", "the program sets it"],
  ["nbf", "a server whose clock is slow would refuse it"],
]);

/**
 * A JWT (RFC 7519) that the program signs anew for each request, with an id of its own, `jti`. It takes openssl on the machine
 * that runs Terraform. It authenticates a client (RFC 7523 section 2.2) or is an authorization grant (section 2.1).
 */
export class SignedJwt {
  /**
   * A JWT signed by a private key.
   *
   * @throws if a property is missing or unknown, the algorithm is not known, or a claim is the program's own
   */
  public static withPrivateKey(props: PrivateKeyJwtProps): SignedJwt {
    const faults = new Faults("SignedJwt.withPrivateKey");
    const { values } = readProperties<PrivateKeyJwtProps>(faults, props, PROPS) ?? faults.throwAll();
    if (values.algorithm !== undefined && !Object.values(JwtAlgorithm).includes(values.algorithm))
      faults.add(
        "unknown-algorithm",
        `algorithm is ${JSON.stringify(values.algorithm)}. Allowed: ${Object.values(JwtAlgorithm).join(", ")}.`,
      );
    refuseClaims(faults, values);
    faults.throwAny();
    return new SignedJwt(props.algorithm, props, props.key);
  }

  /**
   * A JWT signed by a client's secret.
   *
   * @internal
   */
  public static _withClientSecret(faults: Faults, secret: Secret, options: JwtClaimsOptions): SignedJwt {
    refuseClaims(faults, readProperties<JwtClaimsOptions>(faults, options, CLAIMS)?.values ?? {});
    return new SignedJwt("HS256", options, secret, "client_secret");
  }

  private constructor(
    private readonly algorithm: string,
    private readonly props: Partial<PrivateKeyJwtProps>,
    private readonly key: Secret,
    private readonly keySlot?: string,
  ) {}

  /** @internal */
  public get _hasIssuer(): boolean {
    return this.props.issuer !== undefined;
  }

  /** The secrets that sign the JWT of a slot. @internal */
  public _secrets(slot: string): [slot: string, secret: Secret][] {
    const { keyPassphrase } = this.props;
    const key = this.keySlotOf(slot);
    return [[key, this.key], ...(keyPassphrase ? [[`${key}_passphrase`, keyPassphrase] as [string, Secret]] : [])];
  }

  /**
   * What the JWT of a slot says, as the program's arguments. None of it is secret.
   *
   * @param clientId issuer and subject, where the JWT has no others
   * @internal
   */
  public _arguments(slot: string, clientId?: string): string[] {
    const { issuer = clientId, subject = clientId, audience, claims = {}, keyId, certificateThumbprint } = this.props;
    const key = this.keySlotOf(slot);
    const given = (name: string, value: string | undefined) =>
      value === undefined ? [] : [`jwt.${slot}.${name}=${formEncode(value)}`];
    return [
      `jwt=${slot}`,
      `jwt.${slot}.algorithm=${this.algorithm}`,
      `jwt.${slot}.key=${key}`,
      ...(this.props.keyPassphrase ? [`jwt.${slot}.passphrase=${key}_passphrase`] : []),
      ...given("key_id", keyId),
      ...given("thumbprint", certificateThumbprint),
      ...secondsArgument(new Faults(""), `jwt.${slot}.lifetime`, "", this.props.lifetimeSeconds, HOUR),
      ...given("claim.iss", issuer),
      ...given("claim.sub", subject),
      ...given("claim.aud", audience),
      ...Object.entries(claims).flatMap(([name, value]) => given(`claim.${name}`, value)),
    ];
  }

  private keySlotOf(slot: string): string {
    return this.keySlot ?? `${slot}_key`;
  }
}

function refuseClaims(faults: Faults, { claims = {}, lifetimeSeconds }: JwtClaimsOptions): void {
  secondsArgument(faults, "", "lifetimeSeconds", lifetimeSeconds, HOUR);
  for (const name of Object.keys(claims)) {
    const reason = OWN_CLAIMS.get(name);
    if (reason !== undefined) faults.add("invalid-claim", `the claim "${name}" is not for claims: ${reason}.`);
    else if (!/^[A-Za-z0-9_.:/#-]+$/.test(name))
      faults.add(
        "invalid-claim",
        `the claim's name "${name}" is not allowed. Allowed: letters, digits, "_", ".", ":", "/", "#" and "-".`,
      );
  }
}
