// First, before anything else loads CDKTF.
import "./require-peers";

export type { AccessTokenProps } from "./access-token-props";
export * from "./access-token-request";
export type { AccessTokenRequestProps, ClientAccessTokenRequestProps } from "./access-token-request-props";
export * from "./client-authentication";
export type { ClientCertificate } from "./client-certificate";
export { TlsVersion } from "./connection";
export type { ClientSecretBasicOptions } from "./client-authentications/client-secret-basic";
export * from "./ephemeral-access-token";
export * from "./external-access-token";
export type { ClientCredentialsRequest } from "./grants/client-credentials";
export type { ExtensionRequest } from "./grants/extension";
export type { JwtBearerRequest } from "./grants/jwt-bearer";
export type { PasswordRequest } from "./grants/password";
export type { RefreshTokenRequest } from "./grants/refresh-token";
export type { TokenExchangeRequest } from "./grants/token-exchange";
export * from "./local-exec-access-token";
export type { ResponseFieldOptions } from "./response-fields";
export type { NiceCxoneRequest } from "./nice-cxone";
export * from "./retry";
export * from "./secret";
export * from "./signed-jwt";
export * from "./token-endpoint";
export * from "./token-revocation";
