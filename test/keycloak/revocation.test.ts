import { describe } from "vitest";
import { testRevocation } from "../program/revocation-agreement";
import { keycloak } from "../server/keycloak";

describe("with Keycloak", () => {
  testRevocation(keycloak);
});
