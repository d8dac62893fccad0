/** A construct of this package that makes an access token request. */
export type TokenConstruct = "LocalExecAccessToken" | "ExternalAccessToken" | "EphemeralAccessToken";
