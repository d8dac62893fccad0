import { describe, expect, it } from "vitest";
import { blockFaults } from "./block-faults";
import { linkFault, parsePage, type Page } from "./page";
import { compilerFaults, modulesOf } from "./typescript-blocks";

const FENCE = "```";
const TOKEN = `new ExternalAccessToken(this, "token", { request });`;

function page(...parts: string[]): Page {
  return parsePage("page.md", parts.join("\n"));
}

function block(head: string, text: string): string {
  return `${FENCE}${head}\n${text}\n${FENCE}\n`;
}

const faultsOf = (...parts: string[]) => blockFaults(page(...parts).blocks);

describe("a page's TypeScript", () => {
  it("is compiled, and an error is told by the page's own line", () => {
    const { blocks } = page("text", "", block("ts", `const x = 1;\nnew ExternalAccessToken(this, x, { request });`));
    expect(compilerFaults(modulesOf(blocks))).toEqual([
      "page.md:5: Argument of type 'number' is not assignable to parameter of type 'string'.",
    ]);
  });

  it("is compiled where it imports by itself, and where it goes on from the block before", () => {
    const { blocks } = page(
      block("ts", `import { Secret } from "cdktf-oauth2-token";\nSecret.fromKeyring("x");`),
      block("ts", `const a = "x";`),
      block("ts continued", `a.push(1);`),
      block("ts", `a;`),
    );
    expect(compilerFaults(modulesOf(blocks))).toEqual([
      "page.md:3: Property 'fromKeyring' does not exist on type 'typeof Secret'.",
      "page.md:11: Property 'push' does not exist on type '\"x\"'.",
      "page.md:15: Cannot find name 'a'.",
    ]);
  });

  it("is run, its stack's validations included", async () => {
    const unmarked = `const request2 = AccessTokenRequest.clientCredentials({
  tokenEndpoint: TokenEndpoint.genesysCloud("eu-central-1"),
  clientAuthentication: ClientAuthentication.clientSecretBasic("abc123", Secret.fromVariable(new TerraformVariable(this, "v", {}))),
});
new LocalExecAccessToken(this, "verify", { request: request2 });`;
    expect((await faultsOf(block("ts", unmarked)))[0]).toMatch(/^page.md:2: [^]*sensitive/);
    expect(await faultsOf(block("ts throws", unmarked))).toEqual([]);
    expect(await faultsOf(block("ts throws", TOKEN))).toEqual([
      "page.md:2: it is marked as one that throws, and does not",
    ]);
  });

  it("is a test that fails where it is one", async () => {
    const test = `import { expect, it } from "vitest";\nit("adds", () => { expect(1 + 1).toBe(3); });`;
    expect((await faultsOf(block("ts", test)))[0]).toContain("expected 2 to be 3");
  });
});

describe("a page's JSON", () => {
  const shown = (program: string) => `{ "data": { "external": { "token": { "program": ${program} } } } }`;

  it("may leave a value out, but none of its names", async () => {
    expect(await faultsOf(block("ts", TOKEN), block("json synthesized", shown(`"…"`)))).toEqual([]);
    const without = `{ "data": { "external": { "token": {} } } }`;
    expect(await faultsOf(block("ts", TOKEN), block("json synthesized", without))).toEqual([
      "page.md:6: data.external.token.program is synthesized, but not shown",
    ]);
  });

  it("is what the TypeScript above it synthesizes", async () => {
    const faults = await faultsOf(block("ts", TOKEN), block("json synthesized", shown(`["/bin/bash"]`)));
    expect(faults[0]).toContain('data.external.token.program is shown as ["/bin/bash"], synthesized is ["/bin/sh"');
    expect(await faultsOf(block("json synthesized", shown(`"…"`)))).toEqual([
      "page.md:2: the TypeScript above synthesizes nothing",
    ]);
  });

  it("is options of the checks, where it says so", async () => {
    expect((await faultsOf(block("json options", `{ "rules": { "json-bodi": "off" } }`)))[0]).toContain("json-bodi");
  });

  it("is JSON", async () => {
    expect((await faultsOf(block("json", `"a": 1,`)))[0]).toContain("it is no json");
    expect((await faultsOf(block("jsonc", `{ "a": 1 // b`)))[0]).toContain("it is no jsonc");
  });
});

describe("a page's other blocks", () => {
  it("name scripts, commands and files that are there", async () => {
    expect(
      await faultsOf(
        block("sh", "npm run nothing\nnpx nobody check\nnpx vitest run test/none.test.ts --project none\nmake"),
      ),
    ).toEqual([
      'page.md:2: package.json has no script "nothing"',
      'page.md:2: nothing installs the command "nobody"',
      "page.md:2: there is no test/none.test.ts",
      'page.md:2: vitest.config.mts has no project "none"',
      'page.md:2: "make" is not a command that the page\'s reader has',
    ]);
  });

  it("have the findings that the page names", async () => {
    const curl = `curl -d '{"client_secret":"x"}' https://auth.example.com/oauth/token`;
    expect((await faultsOf(block("sh findings=stale-token", curl)))[0]).toContain("json-body");
    expect(await faultsOf(block("hcl", `variable "x" {`))).not.toEqual([]);
  });

  it("are what is printed, received, or a part of a file", async () => {
    expect((await faultsOf(block("text printed=throttled", "All is well.")))[0]).toContain("printed is:\nThe token");
    expect((await faultsOf(block("http", "GET /")))[0]).toContain("received is:\nPOST");
    expect((await faultsOf(block("text thrown", "x")))[0]).toContain("thrown is: nothing");
    expect(await faultsOf(block("go file=package.json", "package main"))).toEqual([
      "page.md:2: it is no part of package.json",
    ]);
  });

  it("are diagrams that can be drawn", async () => {
    expect(await faultsOf(block("mermaid", "sequenceDiagram\n  A->>B: asks"))).toEqual([]);
    expect((await faultsOf(block("mermaid", "flowchart LR\n  a[x --> b")))[0]).toContain("Unclosed '['");
  });

  it("are not left unchecked", async () => {
    expect((await faultsOf(block("text", "x")))[0]).toContain("nothing checks a block");
    expect((await faultsOf(block("", "x")))[0]).toContain("nothing checks a block");
  });
});

describe("a page's text", () => {
  it("names files", () => {
    expect(page("See `lib/none.ts`, `npm test` and `a/b`.").named).toEqual(["lib/none.ts"]);
  });
});

describe("a page's link", () => {
  const { links, anchors } = page("# A page", "", "[a](#a-page) [b](#b) [c](none.md) [d](http://x.test) [e](../x.md)");
  const pages = new Map([["page.md", { path: "page.md", blocks: [], links, anchors, named: [] }]]);

  it("leads to a file, a heading, or an https address", () => {
    expect(links.map((link) => linkFault(link, pages, (path) => path === "page.md"))).toEqual([
      undefined,
      'page.md:3: "#b": page.md has no heading #b',
      'page.md:3: "none.md" leads to none.md, which is not there',
      'page.md:3: "http://x.test" is no https address',
      'page.md:3: "../x.md" leaves the repository',
    ]);
  });
});
