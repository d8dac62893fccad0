// First, before anything else loads CDKTF.
import "./require-peers";

export * from "./access-token-props";
export * from "./access-token-request";
export * from "./client-authentication";
export * from "./ephemeral-access-token";
export * from "./external-access-token";
export * from "./local-exec-access-token";
export * from "./secret";
export * from "./token-endpoint";
