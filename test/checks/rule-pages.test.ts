import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rules } from "../../checks/rules/index.js";
import { pathOf, rulePages } from "../../scripts/docs/rule-pages.js";

describe("the documentation of the rules", () => {
  it.each([...rulePages()])("%s is as `npm run docs:rules` makes it", (path, text) => {
    expect(existsSync(pathOf(path)), "run npm run docs:rules").toBe(true);
    expect(readFileSync(pathOf(path), "utf8")).toBe(text);
  });

  it("has no page of a rule that is gone", () => {
    expect(readdirSync(pathOf("docs/rules")).sort()).toEqual(rules.map(({ id }) => `${id}.md`).sort());
  });
});
