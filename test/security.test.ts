import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const rows = readFileSync(`${ROOT}SECURITY.md`, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| what "));

describe("each line of SECURITY.md names a test that exists", () => {
  it("in both tables", () => {
    expect(rows.length).toBeGreaterThan(15);
  });

  it.each(rows)("%s", (row) => {
    const [, file = "", title = ""] = /`(test\/[^`]+)`: "([^"]+)" \|$/.exec(row) ?? [];
    expect(existsSync(ROOT + file), `${row} names no test file`).toBe(true);
    const text = readFileSync(ROOT + file, "utf8");
    expect(text, `${file} has no test "${title}"`).toContain(title);
  });
});
