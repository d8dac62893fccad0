import { describe } from "vitest";
import { keycloak } from "../server/keycloak";
import { proveMake } from "../server/prove-make";

describe("Keycloak", () => {
  proveMake(keycloak);
});
