import { describe, expect, it } from "vitest";
import { admitsFrom } from "../../lib/terraform/version-constraint";

describe("a version constraint leaves room for 2.7.0 or later", () => {
  it.each([
    ">= 2.7.0",
    "2.7.0",
    "= 2.9.1",
    "v3.0.0",
    "~> 2.5",
    "~> 2",
    "~> 2.7.0",
    "> 2.0",
    "!= 2.8.0",
    ">= 2.1, < 3.0.0",
    "<= 2.7.0",
  ])("%s", (constraint) => {
    expect(admitsFrom(constraint, "2.7.0")).toBe(true);
  });
  it.each(["2.6.1", "= 2.6", "~> 2.6.1", "~> 1.9", "< 2.7.0", "<= 2.6.9", ">= 2.1, < 2.7", "2.7.0-beta1, 2.6.0"])(
    "not %s",
    (constraint) => {
      expect(admitsFrom(constraint, "2.7.0")).toBe(false);
    },
  );
});
