import { Faults } from "./faults";
import { isText } from "./given";
import { areProperties, type Properties } from "./properties";
import { formEncode } from "./terraform/form-encoding";
import { checkUrl } from "./terraform/url";

/** What else may be said of a revocation, for `TokenRevocation`. */
export interface TokenRevocationOptions {
  /**
   * Lets an apply succeed although its token was not revoked. It is told all the same. Otherwise the exit status is 52, and the
   * resource is tainted: the next apply runs its command again.
   *
   * @default false
   */
  readonly tolerateFailure?: boolean;
}

const OPTIONS: Properties<TokenRevocationOptions> = {
  tolerateFailure: { type: "boolean", allowed: "true or false" },
};

/**
 * The revocation of an access token after its use (RFC 7009): once the command of `run` has ended, also when it failed or was
 * ended by a signal, and at once where nothing is run. The client authenticates as it did for the token, by a new JWT
 * where it signs one. Files and commands that hold its secret are read again for it.
 *
 * A server says that it has revoked a token also where it did not know it (RFC 7009 section 2.2). One whose access tokens are
 * JWTs that it is not asked about may revoke none at all, or have APIs take them until they expire.
 */
export class TokenRevocation {
  /**
   * At a revocation endpoint by its URL, by the rule of `TokenEndpoint.fromUrl`.
   *
   * @throws if the URL breaks the rule, or an option is unknown
   */
  public static at(url: string, options: TokenRevocationOptions = {}): TokenRevocation {
    const faults = new Faults("TokenRevocation.at");
    if (isText(faults, "the URL", url, "an https:// URL, or a Terraform reference")) checkUrl(faults, url);
    areProperties<TokenRevocationOptions>(faults, options, OPTIONS);
    faults.throwAny();
    return new TokenRevocation(formEncode(url), options);
  }

  /**
   * At the `revocation_endpoint` that the issuer's metadata name (RFC 8414 section 2), for requests whose token endpoint is
   * `TokenEndpoint.fromIssuer`. With `ClientAuthentication.tlsClient` it is that for mutual TLS, where the server has one
   * (RFC 8705 section 5). Where the metadata name none, no token is requested: exit status 16.
   *
   * @throws if an option is unknown
   */
  public static discovered(options: TokenRevocationOptions = {}): TokenRevocation {
    const faults = new Faults("TokenRevocation.discovered");
    areProperties<TokenRevocationOptions>(faults, options, OPTIONS);
    faults.throwAny();
    return new TokenRevocation(DISCOVERED, options);
  }

  private constructor(
    private readonly endpoint: string,
    private readonly options: TokenRevocationOptions,
  ) {}

  /** Whether the issuer's metadata say where. @internal */
  public get _discovered(): boolean {
    return this.endpoint === DISCOVERED;
  }

  /** The program's arguments. @internal */
  public get _arguments(): string[] {
    return [
      `revocation_endpoint=${this.endpoint}`,
      ...(this.options.tolerateFailure ? ["revocation_failure=tolerate"] : []),
    ];
  }
}

const DISCOVERED = "discovered";

/**
 * The arguments of a revocation, for a request with these arguments of its own.
 *
 * @internal
 */
export function revocationArguments(
  faults: Faults,
  revocation: TokenRevocation | undefined,
  request: readonly string[] | undefined,
): string[] {
  if (revocation === undefined) return [];
  if (revocation._discovered && request && !request.some((argument) => argument.startsWith("issuer=")))
    faults.add(
      "conflicting-properties",
      "revoke is TokenRevocation.discovered(), and the request's token endpoint is a URL, which has no metadata. Give TokenEndpoint.fromIssuer, or TokenRevocation.at with the revocation endpoint's URL.",
    );
  return revocation._arguments;
}

/**
 * Refuses to revoke a token that is used only later: who is not told so by a compiler is told why.
 *
 * @returns the properties without `revoke`
 * @internal
 */
export function refuseRevocation(faults: Faults, props: unknown): unknown {
  if (typeof props !== "object" || props === null || !("revoke" in props) || props.revoke === undefined) return props;
  faults.add(
    "revoked-before-use",
    "revoke is given, but this token is used after the request has ended, and would be revoked by then. Use LocalExecAccessToken with run, or leave revoke out and have the server's tokens expire soon.",
  );
  return Object.fromEntries(Object.entries(props).filter(([name]) => name !== "revoke"));
}
