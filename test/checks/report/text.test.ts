import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../../checks/configuration/hcl/wasm-files.js";
import { loadHclParser } from "../../../checks/configuration/read.js";
import { checkPaths } from "../../../checks/files/check-paths.js";
import type { Report } from "../../../checks/report/report.js";
import { terminalOptions } from "../../../checks/report/terminal.js";
import { formatText } from "../../../checks/report/text.js";
import { stripVTControlCharacters } from "node:util";
import { fileURLToPath } from "node:url";

const CORPUS = fileURLToPath(new URL("../corpus/open/", import.meta.url));
let all: Report;
let everyWay: Report;

beforeAll(async () => {
  await loadHclParser(wasmOfSources());
  const settings = { source: "", folder: CORPUS, workingDirectory: CORPUS, hclWasm: wasmOfSources };
  all = await checkPaths(["."], {}, settings);
  const folder = `${CORPUS}every-way-at-once`;
  everyWay = await checkPaths(["."], {}, { ...settings, folder, workingDirectory: folder });
}, 60_000);

describe("the report on a terminal of 80 columns", () => {
  it("is one that a person reads", () => {
    expect(formatText(everyWay, { columns: 80 })).toMatchSnapshot();
  });

  it("breaks no word: what is wider has one word, or is the name of a place", () => {
    const lines = formatText(all, { columns: 80 }).split("\n");
    expect(lines.length).toBeGreaterThan(1_000);
    expect(lines.filter((line) => line.length > 80 && !/^ *\S+(?: {2}[\w.-]+:)?$/.test(line))).toEqual([]);
    const words = new Set(formatText(all, { columns: 100 }).split(/\s+/));
    expect(lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== "" && !words.has(word))).toEqual([]);
  });

  it("needs fewer lines than four for a finding", () => {
    const lines = formatText(everyWay, { columns: 80 }).split("\n").length;
    expect(everyWay.findings.length).toBe(17);
    expect(lines).toBeLessThan(68);
  });

  it("names a block once, with all that is wrong in it and a fix once", () => {
    const text = formatText(all);
    for (const { address, file, blockFile = file } of all.findings.slice(0, 50))
      expect(text.split("\n").filter((line) => line === `${address}  ${blockFile}`).length).toBeLessThanOrEqual(1);
    const group = formatText(everyWay).split("\n\n")[1] ?? "";
    const fixes = group.match(/fix: .*/g) ?? [];
    expect(fixes.length).toBeGreaterThan(2);
    expect(new Set(fixes).size).toBe(fixes.length);
  });

  it("counts findings by rule", () => {
    expect(formatText(everyWay)).toContain("by rule: 3 secret-in-state, 3 unchecked-status,");
  });

  it("names the construct first, and a file outside by its whole path", () => {
    const [finding] = everyWay.findings;
    if (!finding) throw new Error("nothing was found");
    const findings = [{ ...finding, constructPath: "stack/token", file: "../../tmp/cdktf.outdir.x/cdk.tf.json" }];
    const [first, second] = formatText({ ...everyWay, findings }).split("\n");
    expect(first).toMatch(/^stack\/token \(variable\.client_secret\)/);
    expect(`${first ?? ""}\n${second ?? ""}`).toMatch(/\s\/.*tmp\/cdktf\.outdir\.x\/cdk\.tf\.json/);
  });
});

describe("colours", () => {
  it("change nothing but the colour", () => {
    const plain = formatText(everyWay, { columns: 80 });
    const colored = formatText(everyWay, { columns: 80, colors: true });
    expect(colored).not.toBe(plain);
    expect(stripVTControlCharacters(colored)).toBe(plain);
  });

  it.each([
    [{ isTTY: true, columns: 120 }, {}, { colors: true, columns: 120 }],
    [{}, {}, { colors: false }],
    [{ isTTY: true, columns: 80 }, { NO_COLOR: "1" }, { colors: false, columns: 80 }],
    [{ isTTY: true, columns: 80 }, { NO_COLOR: "" }, { colors: true, columns: 80 }],
    [{ isTTY: true, columns: 80 }, { TERM: "dumb" }, { colors: false, columns: 80 }],
    [{}, { FORCE_COLOR: "1" }, { colors: true }],
    [{ isTTY: true }, { FORCE_COLOR: "0" }, { colors: false }],
    [{ isTTY: true }, { FORCE_COLOR: "1", NO_COLOR: "1" }, { colors: false }],
  ])("on %j with %j", (stream, environment, expected) => {
    expect(terminalOptions(stream, environment)).toEqual(expected);
  });
});
