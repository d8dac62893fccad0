import { describe } from "vitest";
import { authlib } from "../server/authlib";
import { oidcProvider } from "../server/oidc-provider";
import { testSigning } from "./signing-agreement";

describe("the program's signatures and oidc-provider", () => {
  testSigning(oidcProvider);
});
describe("the program's signatures and Authlib", () => {
  testSigning(authlib);
});
