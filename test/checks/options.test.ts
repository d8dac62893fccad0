import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { merge } from "../../checks/cli/merge.js";
import { loadConfig } from "../../checks/options/config-file.js";
import type { CheckOptions } from "../../checks/options/options.js";
import { OptionsError, readOptions } from "../../checks/options/read-options.js";
import { RULE_IDS } from "../../checks/options/rule-ids.js";
import { rules } from "../../checks/rules/index.js";

function failureOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError);
    return (error as Error).message;
  }
  throw new Error("it did not fail");
}

const EVERYTHING: CheckOptions = {
  rules: { "json-body": "warning", "stale-token": "off" },
  tokenEndpoints: ["https://login.example.com/session"],
  secretNames: ["pin"],
  exclude: ["legacy/**"],
  acknowledgements: [{ id: "json-body", reason: "Their gateway.", until: "2027-01-31", address: "null_resource.a" }],
};

describe("options", () => {
  it("know every rule", () => {
    expect(RULE_IDS).toEqual(rules.map(({ id }) => id));
  });

  it("are taken as they are when nothing is wrong with them", () => {
    expect(readOptions({}, "options")).toEqual({});
    expect(readOptions(EVERYTHING, "options")).toEqual(EVERYTHING);
  });

  it("name all that is wrong with them at once, what is allowed, and what was meant", () => {
    const wrong = {
      rule: {},
      rules: { "jsn-body": "error", "json-body": "fatal" },
      tokenEndpoints: ["login.example.com/session"],
      secretNames: "pin",
      exclude: [""],
      acknowledgements: [
        { id: "json-bodi", reason: " ", file: "a.tf" },
        { id: "json-body", reason: "Why.", until: "2027-02-30", address: "a.b" },
        { id: "json-body", reason: "Why.", untill: "2027-02-28" },
        7,
      ],
    };
    expect(failureOf(() => readOptions(wrong, "The options"))).toMatchSnapshot();
  });

  it.each([null, [], "x", 7])("cannot be %j", (given) => {
    expect(failureOf(() => readOptions(given, "The options"))).toMatch(/an object is needed/);
  });
});

describe("the configuration file", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "config-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (text: string): void => {
    writeFileSync(join(folder, "cdktf-oauth2-token.json"), text);
  };

  it("is found in the working directory, and may have comments and trailing commas", () => {
    expect(loadConfig(undefined, folder)).toBeUndefined();
    write('\uFEFF// why\n{"$schema": "x", "exclude": ["legacy",],}');
    expect(loadConfig(undefined, folder)).toMatchObject({ folder, options: { exclude: ["legacy"] } });
  });

  it("that is named must be there", () => {
    expect(failureOf(() => loadConfig("mine.json", folder))).toBe(
      "The configuration file mine.json cannot be used: it does not exist.",
    );
  });

  it("names the line where it is no JSON, and quotes none of it", () => {
    write('{\n  "secretNames": ["hunter2" "x"]\n}');
    expect(failureOf(() => loadConfig(undefined, folder))).toBe(
      "cdktf-oauth2-token.json:2: this is not JSON (CommaExpected).",
    );
  });

  it("names a key that it does not know", () => {
    write('{"exlude": []}');
    expect(failureOf(() => loadConfig(undefined, folder))).toMatch(
      /^The configuration file cdktf-oauth2-token.json cannot be used:\n {2}- "exlude" is not a known option, did you mean "exclude"\?\n {4}allowed: rules, tokenEndpoints, secretNames, exclude, acknowledgements$/,
    );
  });

  it("counts less than the command line, which adds to its lists", () => {
    const config = { path: "/repo/c.json", folder: "/repo", options: EVERYTHING };
    expect(merge(config, { rules: { "json-body": "off" }, exclude: ["./old"] }, "/repo/infra")).toEqual({
      ...EVERYTHING,
      rules: { "json-body": "off", "stale-token": "off" },
      exclude: ["legacy/**", "infra/old"],
    });
    expect(merge(undefined, EVERYTHING, "/repo")).toBe(EVERYTHING);
  });
});
