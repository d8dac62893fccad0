import type { ClientAuthentication } from "./client-authentication";
import type { Faults } from "./faults";
import type { Properties } from "./properties";
import type { Secret } from "./secret";
import { checkUrl } from "./terraform/url";

/** What an access token request to NICE CXone is made of. */
export interface NiceCxoneRequest {
  /** The client, by `ClientAuthentication.clientSecretBasic`. */
  readonly clientAuthentication: ClientAuthentication;
  /** The id of the access key. It is not secret: it is in the synthesized text. */
  readonly accessKeyId: string;
  /** The secret of the access key. */
  readonly accessKeySecret: Secret;
  /**
   * The issuer, such as `https://cxone-gov.niceincontact.com` for FedRAMP.
   *
   * @default "https://cxone.niceincontact.com"
   */
  readonly issuer?: string;
  /**
   * The scopes.
   *
   * @default ["openid"]
   */
  readonly scopes?: string[];
}

/** @internal */
export const NICE_CXONE_REQUEST: Properties<NiceCxoneRequest> = {
  clientAuthentication: {
    type: { member: "_secrets" },
    required: true,
    allowed: "ClientAuthentication.clientSecretBasic(...)",
  },
  accessKeyId: { type: "text", required: true, allowed: "the access key's id, as text" },
  accessKeySecret: { type: "secret", required: true, allowed: "a Secret" },
  issuer: { type: "text", allowed: 'the issuer\'s URL, such as "https://cxone-gov.niceincontact.com"' },
  scopes: { type: "texts", allowed: '["openid"]' },
};

/** @internal */
export const NICE_CXONE_ISSUER_ALLOWED = 'the issuer\'s URL as text, such as "https://cxone-gov.niceincontact.com"';

/** @internal */
export function refuseNiceCxoneIssuer(faults: Faults, issuer: string): void {
  checkUrl(faults, issuer);
  if (issuer.includes("?")) faults.add("invalid-url", `the issuer has a query. Allowed: ${NICE_CXONE_ISSUER_ALLOWED}.`);
}
