import type { ITerraformDependable, TerraformProvider } from "cdktf";
import type { AccessTokenRequest } from "./access-token-request";
import type { Properties } from "./properties";
import type { TlsVersion } from "./connection";
import { RESPONSE_FIELD_OPTIONS, type ResponseFieldOptions } from "./response-fields";
import type { Retry } from "./retry";

/** What all ways of making an access token request take. */
export interface AccessTokenProps {
  /** The access token request to make. */
  readonly request: AccessTokenRequest;
  /**
   * What must be there before the request is made. For `EphemeralAccessToken` Terraform makes a first one at plan all the
   * same; OpenTofu waits.
   *
   * @default - nothing
   */
  readonly dependsOn?: ITerraformDependable[];
  /**
   * The provider, where an alias is wanted.
   *
   * @default - the stack's own, which is added if there is none
   */
  readonly provider?: TerraformProvider;
  /**
   * How long the connection may take to come about, in whole seconds from 1 to 3600.
   *
   * @default 10
   */
  readonly connectTimeoutSeconds?: number;
  /**
   * How long the whole request may take, with all its attempts and the waiting between them, in whole seconds from 1 to 3600.
   *
   * @default 30
   */
  readonly timeoutSeconds?: number;
  /**
   * Whether a request that may succeed the next time is made again, and how often.
   *
   * @default Retry.upTo(3)
   */
  readonly retry?: Retry;
  /**
   * The shortest lifetime that is good enough, in whole seconds from 1 to 31536000 (a year). A token that the server hands
   * out for less fails with exit status 44; one whose lifetime the server does not give (`expires_in` is only recommended,
   * RFC 6749 section 5.1) with 45, because nothing then says that it lives long enough.
   *
   * @default - any lifetime, also an unknown one
   */
  readonly minimumLifetimeSeconds?: number;
  /**
   * Accepts a token with less scope than was requested. Otherwise the request fails with exit status 47, because a server
   * that grants less says so in its answer (RFC 6749 section 5.1), and what needs the scope would fail only later.
   *
   * @default false
   */
  readonly acceptNarrowerScope?: boolean;
  /**
   * The absolute path of a file of certificate authorities, in PEM, that are trusted in place of the machine's own.
   *
   * @default - what `CURL_CA_BUNDLE` names where Terraform runs, or the machine's own
   */
  readonly caFile?: string;
  /**
   * The least version of TLS.
   *
   * @default TlsVersion.V1_2
   */
  readonly minimumTlsVersion?: TlsVersion;
  /**
   * The URL of a proxy, such as `http://proxy.example.com:8080`, without credentials: they would be in the process list. For
   * a proxy that wants them, set `https_proxy` in the environment where Terraform runs.
   *
   * @default - what `https_proxy` names where Terraform runs
   */
  readonly proxy?: string;
  /**
   * Members of the answer by their names, such as `id_token` or `instance_url`: `responseField` gives their values, and a command of
   * `run` has them as `ACCESS_TOKEN_RESPONSE_ID_TOKEN` and so on, in capitals and with "_" for what is neither letter nor digit.
   * A member is text, a number or a boolean.
   *
   * @default - none
   */
  readonly responseFields?: Record<string, ResponseFieldOptions>;
  /**
   * Whether HTTP/1.1 is used, and nothing later, for servers and proxies that fail with HTTP/2.
   *
   * @default false
   */
  readonly http1Only?: boolean;
  /**
   * The POSIX shell that runs the program.
   *
   * @default "/bin/sh"
   */
  readonly shell?: string;
}

/** @internal */
export const ACCESS_TOKEN_PROPS: Properties<AccessTokenProps> = {
  request: {
    type: { member: "_slots" },
    required: true,
    allowed: "AccessTokenRequest.clientCredentials(...), password(...) or another of its grants",
  },
  dependsOn: { type: "list", allowed: "a list of what it depends on, such as [resource]" },
  provider: { type: { member: "fqn" }, allowed: "a provider, such as new NullProvider(...)" },
  connectTimeoutSeconds: { type: "number", allowed: "whole seconds from 1 to 3600" },
  timeoutSeconds: { type: "number", allowed: "whole seconds from 1 to 3600" },
  retry: { type: { member: "_times" }, allowed: "Retry.upTo(...) or Retry.never()" },
  minimumLifetimeSeconds: { type: "number", allowed: "whole seconds from 1 to 31536000" },
  acceptNarrowerScope: { type: "boolean", allowed: "true or false" },
  caFile: { type: "text", allowed: "an absolute path, or a Terraform reference" },
  minimumTlsVersion: { type: "text", allowed: "TlsVersion.V1_2 or V1_3" },
  proxy: { type: "text", allowed: 'a URL, such as "http://proxy.example.com:8080"' },
  responseFields: { type: { eachOf: RESPONSE_FIELD_OPTIONS }, allowed: "an object such as { id_token: {} }" },
  http1Only: { type: "boolean", allowed: "true or false" },
  shell: { type: "text", allowed: 'the path of a POSIX shell, such as "/bin/sh"' },
};
