import { describe, expect, it } from "vitest";
import { CURL, curlName, isCurlOption } from "../../../checks/commands/curl-options";
import { parseArgs } from "../../../checks/commands/options";
import { literal, sketch } from "../../../checks/values/symbolic-string";
import { CURL_OPTIONS } from "../../../checks/vocabulary/curl-options";

const URL = "https://sso.acme.example/oauth2/token";

function parsed(...words: string[]): { operands: string[]; options: string[]; known: boolean } {
  const { operands, options } = parseArgs(
    words.map((word) => [literal(word)]),
    CURL,
  );
  return {
    operands: operands.map(sketch),
    options: options.map((option) => `${curlName(option)}=${option.value ? sketch(option.value) : ""}`),
    known: options.every(isCurlOption),
  };
}

describe("curl's options", () => {
  it("are all that its documentation lists, each once", () => {
    expect(CURL_OPTIONS).toHaveLength(278);
    expect(new Set(CURL_OPTIONS.map(([long]) => long)).size).toBe(278);
  });

  const takesValue = ([long, , value]: (typeof CURL_OPTIONS)[number]): boolean => value !== "" && long !== "help";

  it.each(CURL_OPTIONS.map((row) => [row[0], row] as const))("--%s leaves the URL after it alone", (long, row) => {
    const value = takesValue(row) ? ["v"] : [];
    const expected = { operands: [URL], options: [`${long}=${value.join("")}`], known: true };
    expect(parsed(`--${long}`, ...value, URL)).toEqual(expected);
  });

  it.each(CURL_OPTIONS.filter(([, short]) => short !== "").map((row) => [row[1], row] as const))(
    "-%s leaves the URL after it alone",
    (short, row) => {
      const value = takesValue(row) ? ["v"] : [];
      const expected = { operands: [URL], options: [`${row[0]}=${value.join("")}`], known: true };
      expect(parsed(`-${short}`, ...value, URL)).toEqual(expected);
      if (takesValue(row)) expect(parsed(`-${short}v`, URL)).toEqual(expected);
    },
  );

  it.each([
    [["--no-location", URL], "no-location="],
    [["--expand-data", "{{x}}", URL], "expand-data={{x}}"],
    [["--expand-data-u", "{{x}}", URL], "expand-data-urlencode={{x}}"],
    [["--data-urlenc", "a=b", URL], "data-urlencode=a=b"],
    [["--include", URL], "show-headers="],
  ])("%o is known by its whole name", (words, option) => {
    expect(parsed(...words)).toEqual({ operands: [URL], options: [option], known: true });
  });

  it.each([["--loc"], ["--frobnicate"], ["--no-data"]])("%s, which curl does not know, hides no URL", (word) => {
    const { operands, known } = parsed(word, URL);
    expect([operands, known]).toEqual([[URL], false]);
  });
});
