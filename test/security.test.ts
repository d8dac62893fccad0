import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** The items of its lists, each in one line. */
const items = readFileSync(`${ROOT}SECURITY.md`, "utf8")
  .split(/\n\n|\n(?=- )/)
  .filter((text) => text.startsWith("- "))
  .map((text) => text.trim().replace(/\s+/g, " "));

describe("each item of SECURITY.md names a test that exists", () => {
  it("in both lists", () => {
    expect(items.length).toBeGreaterThan(15);
  });

  it.each(items)("%s", (item) => {
    const [, file = "", title = ""] = /`(test\/[^`]+)`: "([^"]+)"$/.exec(item) ?? [];
    expect(existsSync(ROOT + file), `${item} names no test file`).toBe(true);
    const text = readFileSync(ROOT + file, "utf8");
    expect(text, `${file} has no test "${title}"`).toContain(title);
  });
});
