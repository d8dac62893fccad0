import { describe, expect, it } from "vitest";
import { ANSWER_MEMBERS } from "../../../checks/vocabulary/answer-members.js";
import { CMDLETS, type Cmdlet, type CmdletEffect } from "../../../checks/vocabulary/cmdlets.js";
import { LIBRARY_CALLS, type CallEffect } from "../../../checks/vocabulary/library-calls.js";
import { REQUEST_LIBRARIES } from "../../../checks/vocabulary/request-libraries.js";
import { follow } from "../languages/follow.js";

const URL = "https://sso.acme.example/oauth2/token";

/** What a program of Python, JavaScript or PowerShell is seen to do with a call of a name, that it does with no other. */
type Case = (call: string) => unknown;

const python = (text: string): ReturnType<typeof follow> => follow("python", text, { environment: { A: "b c" } });
const body = (expression: string): unknown =>
  python(`import requests\nrequests.post("${URL}", data=${expression})`).requests;
/** Calls of one name are read alike in Python and JavaScript. */
const script = (text: string): ReturnType<typeof follow> => follow("javascript", text, { files: { "a.txt": "b=c" } });
const sent = (expression: string): unknown =>
  script(`fetch("${URL}", { method: "POST", body: ${expression} })`).requests;

const CASES: Readonly<Record<CallEffect, Case>> = {
  prints: (call) => script(`${call}("a")`).shown,
  logs: (call) => script(`${call}("a")`).shown,
  starts: (call) => script(`${call}("curl -d a=b ${URL}")`).requests,
  "starts checked": (call) => script(`${call}("curl -f -d a=b ${URL}")`).requests,
  passes: (call) => body(`"a=b".${call}()`),
  converts: (call) => sent(`Buffer.${call}("a=b")`),
  opens: (call) => sent(`${call}("a.txt").read()`),
  reads: (call) => sent(`${call}("a.txt")`),
  "makes a form": (call) => sent(`${call}({ a: "b c" })`),
  "encodes a field": (call) => sent(`"a=" + ${call}("b c")`),
  "makes JSON": (call) => sent(`${call}({ a: "b" })`),
  "makes base64": (call) => sent(`${call}("a")`),
  environment: (call) => body(`"a=" + ${call}("A")`),
  "fetches a secret": (call) => python(`import os\nprint(c.${call}(os.environ["CLIENT_SECRET"]))`).shown,
  client: (call) => python(`c = ${call}(headers={"X": "y"})\nc.post("${URL}", data="a=b")`).requests,
  continues: (call) => script(`fetch("${URL}", { method: "POST", body: "a=b" }).${call}(console.log)`).shown,
};

describe("a call of a library", () => {
  it.each(LIBRARY_CALLS)("$call $does", ({ call, does }) => {
    const other = call.replace(/\w+$/, "unknown");
    expect(CASES[does](call)).not.toEqual(CASES[does](other));
  });

  it("is in no two rows of one effect", () => {
    const rows = LIBRARY_CALLS.map(({ call, does }) => `${does} ${call}`);
    expect(rows.filter((row, index) => rows.indexOf(row) !== index)).toEqual([]);
  });
});

describe("a library that makes requests", () => {
  const of = (language: string): readonly (typeof REQUEST_LIBRARIES)[number][] =>
    REQUEST_LIBRARIES.filter((row) => row.language === language);

  it.each(of("Python"))("is $name of Python, whose get is a request", ({ name }) => {
    const asked = (client: string): number => python(`${client}.get("token")`).requests.length;
    expect([asked(name), asked(`${name}_of`)]).toEqual([1, 0]);
  });

  it.each(of("JavaScript"))("is $name of JavaScript", (row) => {
    const requests = (text: string): object[] => script(text).requests;
    const [request = {}] = requests(`${row.name}("${URL}", { method: "POST", body: { a: "b" } })`);
    const json = row.sendsAsIs ? "program encoded a=b" : 'program encoded json {"a":"b"}';
    expect(request).toMatchObject({ method: "POST", url: URL, body: [json] });
    expect("fails" in request).toBe(row.takesAnyStatus !== true);
    expect(requests(`x_${row.name}("${URL}", { method: "POST", body: { a: "b" } })`)).toEqual([]);
    const [posted] = requests(`${row.name}.post("${URL}", { a: "b" })`);
    if (row.bodyFirst) expect(posted).toMatchObject({ method: "POST", body: [json] });
    else if (posted) expect(posted).not.toHaveProperty("body");
  });
});

describe("a member of an answer", () => {
  it.each(ANSWER_MEMBERS)("$name holds its $holds", ({ name, holds }) => {
    const shown = (member: string): string[] =>
      python(`import requests\nr = requests.post("${URL}", data="a=b")\nprint(r.${member})`).shown;
    const holding = holds === "answer" ? "<response>" : "<status>";
    expect([shown(name), shown(name.toUpperCase())]).toEqual([[holding], [holding]]);
    expect(shown(`x_${name}_x`)).not.toEqual([holding]);
  });
});

describe("a cmdlet", () => {
  const powershell = (text: string): ReturnType<typeof follow> =>
    follow("powershell", text, { files: { "a.txt": "from a file" } });
  const written = (value: string): unknown => powershell(`$x = ${value}\nSet-Content -Path t.txt -Value $x`).written;

  const EFFECTS: Readonly<Record<CmdletEffect, Case>> = {
    requests: (name) => powershell(`${name} -Method Post -Uri '${URL}' -Body 'a=b'`).requests,
    "makes JSON": (name) => written(`@{ a = 'b' } | ${name}`),
    "parses JSON": (name) => written(`('{"a":"b"}' | ${name}).a`),
    reads: (name) => written(`${name} a.txt`),
    writes: (name) => powershell(`'a' | ${name} t.txt`).written,
    copies: (name) => powershell(`'a' | ${name} t.txt`).written,
    shows: (name) => powershell(`${name} 'a'`).shown,
    passes: (name) => written(`'a' | ${name}`),
    keeps: (name) => written(`'a' | ${name}`),
    selects: (name) => written(`@{ a = 'b' } | ${name} -ExpandProperty a`),
    "joins paths": (name) => written(`${name} 'a' -ChildPath 'b'`),
    traces: (name) => powershell(`${name} -Trace 1\nInvoke-RestMethod -Uri '${URL}'`).requests,
    nothing: (name) => written(`${name} 'a'`),
  };

  it.each(CMDLETS)("$name $does", ({ name, does }: Cmdlet) => {
    const seen = EFFECTS[does](name);
    expect(EFFECTS[does](name.toUpperCase())).toEqual(seen);
    expect(EFFECTS[does](`Unknown-${name}`)).not.toEqual(seen);
    // A program of the same name would read the options otherwise.
    if (does === "requests") expect(seen).toMatchObject([{ url: URL, body: [expect.stringMatching(/ a=b$/)] }]);
  });
});
