import { describe, expect, it } from "vitest";
import { follow } from "./follow";

const URL = "https://sso.acme.example/oauth2/token";
const TOKEN_CALL = `fetch("${URL}", { method: "POST", body: "a=b" })`;

describe("requests of JavaScript's libraries", () => {
  it.each([
    [
      "fetch",
      `await fetch("${URL}", { method: "post", body: new URLSearchParams({ a: "b c" }), headers: { X: "y" } });`,
      { headers: ["X: y"], body: ["program a=b%20c"] },
    ],
    [
      "fetch of a package",
      `import f from "node-fetch";\nf("${URL}", { method: "POST", body: "a=b" });`,
      { body: ["program a=b"] },
    ],
    [
      "redirects",
      `fetch("${URL}", { method: "POST", body: "a=b", redirect: "follow" });`,
      { follows: 'redirect: "follow"', body: ["program a=b"] },
    ],
    [
      "a form, field by field",
      `const p = new URLSearchParams();\np.append("a", "b c");\np.set("d", "e");\nfetch("${URL}", { method: "POST", body: p });`,
      { body: ["program a=b%20c&d=e"] },
    ],
    [
      "axios",
      `const axios = require("axios");\naxios.post("${URL}", { a: 1 });`,
      { fails: true, failureChecked: true, body: ['program encoded json {"a":1}'] },
    ],
    [
      "post itself",
      `const { post } = require("axios");\npost("${URL}", "a=b");`,
      { fails: true, failureChecked: true, body: ["program a=b"] },
    ],
    [
      "axios with any status",
      `import axios from "axios";\naxios.post("${URL}", "a=b", { validateStatus: () => true });`,
      { body: ["program a=b"] },
    ],
    [
      "axios with a status below 500",
      `import axios from "axios";\naxios.post("${URL}", "a=b", { validateStatus: (s) => s < 500 });`,
      { body: ["program a=b"] },
    ],
    [
      "axios with its own check",
      `import axios from "axios";\naxios.post("${URL}", "a=b", { validateStatus: (s) => s >= 200 && s < 300 });`,
      { fails: true, failureChecked: true, body: ["program a=b"] },
    ],
    [
      "a client of axios",
      `import axios from "axios";\nconst api = axios.create({ baseURL: "https://sso.acme.example" });\napi.post("/oauth2/token", "a=b", { auth: { username: "u", password: "p" } });`,
      { fails: true, failureChecked: true, user: "u:p", body: ["program a=b"] },
    ],
    [
      "got without errors",
      `import got from "got";\ngot.post("${URL}", { form: { a: "b" }, throwHttpErrors: false });`,
      { body: ["program encoded a=b"] },
    ],
    [
      "https",
      `const https = require("node:https");
const body = "a=b";
const req = https.request({ hostname: "sso.acme.example", path: "/oauth2/token", method: "POST", rejectUnauthorized: false }, (res) => {});
req.write(body);
req.end();`,
      { insecure: "rejectUnauthorized: false", body: ["program a=b"] },
    ],
    [
      "an agent",
      `import https from "https";\nimport axios from "axios";\naxios.post("${URL}", "a=b", { httpsAgent: new https.Agent({ rejectUnauthorized: false }) });`,
      { fails: true, failureChecked: true, insecure: "rejectUnauthorized: false", body: ["program a=b"] },
    ],
    [
      "an agent in a comment",
      `// rejectUnauthorized: false\nfetch("${URL}", { method: "POST", body: "a=b" });`,
      { body: ["program a=b"] },
    ],
    [
      "TypeScript",
      `interface A { a: string }\nconst call = async (url: string, a: A): Promise<Response> => fetch(url, { method: "POST", body: \`a=\${a.a}\` } as RequestInit);\nawait call("${URL}", { a: "b" });`,
      { body: ["program a=b"] },
    ],
    [
      "a class",
      `class Client {
  #url;
  constructor(url) { this.#url = url; }
  login = async () => fetch(this.#url, { method: "POST", body: this.form() });
  form() { return "a=b"; }
}
await new Client("${URL}").login();`,
      { body: ["program a=b"] },
    ],
    [
      "a class that extends another",
      `class Base { constructor(url) { this.url = url; } send(body) { return fetch(this.url, { method: "POST", body }); } }
class Client extends Base { constructor() { super("${URL}"); } login() { return super.send("a=b"); } }
new Client().login();`,
      { body: ["program a=b"] },
    ],
  ])("%s", (_, text, expected) => {
    expect(follow("javascript", text).requests).toEqual([{ method: "POST", url: URL, ...expected }]);
  });
});

describe("what becomes of values", () => {
  it.each([
    ["a template", "const v = 'b'; const x = `a=${v}&c`;", "a=b&c"],
    ["a regular expression with a quote", `const q = "z".replace(/["']/g, ""); const x = "a=b";`, "a=b"],
    ["a division", "const n = 4 / 2; const x = 'a' + '/' + 'b';", "a/b"],
    ["entries", 'const x = Object.entries({ a: "b", c: "d" }).map(([k, v]) => `${k}=${v}`).join("&");', "a=b&c=d"],
    ["destructuring", 'const { y: { x }, ...rest } = { y: { x: "a" }, z: 1 };', "a"],
    ["a hoisted function", 'const x = f("b"); function f(v, w = "c") { return "a=" + v + w; }', "a=bc"],
    ["an arrow function", "const f = (v) => ({ w: v }); const x = f('a').w;", "a"],
    ["a closure", "const f = (a) => (b) => a + b; const x = f('a')('b');", "ab"],
    ["a method of an object", "const o = { a: 'a', f() { return this.a; } }; const x = o.f();", "a"],
    ["a promise", "const x = await new Promise((resolve) => setTimeout(() => resolve('a'), 10));", "a"],
    ["then", "let x; Promise.resolve('a').then((v) => { x = v; });", "a"],
    [
      "all of several",
      "const [, x] = await Promise.all([one(), two()]); async function one() { return 'a'; } async function two() { return 'b'; }",
      "b",
    ],
    ["a fallback", "const x = process.env.NOT_SET ?? 'a'; ", "<?>"],
    ["the environment", "const { SET: x } = process.env;", "v"],
    ["an argument", "const [, , x] = process.argv;", "first"],
    ["a module", 'import { form } from "./auth.mjs"; const x = form("a");', "a=b"],
    ["a CommonJS module", 'const auth = require("./auth.cjs"); const x = auth.form("a");', "a=c"],
    ["a module of a module in another folder", 'import { form } from "./lib/forms.mjs"; const x = form("a");', "a=b"],
    ["a module of TypeScript", 'import { form } from "./typed"; const x = form("a");', "a=d"],
    [
      "TypeScript by the name that it has once compiled",
      'import { form } from "./typed.mjs"; const x = form("a");',
      "a=d",
    ],
    ["a folder", 'import { form } from "./lib"; const x = form("a");', "a=b"],
    ["a name that a module gives on", 'import { made } from "./lib/index.ts"; const x = made("a");', "a=b"],
    ["a module with another name for its own", 'import { renamed } from "./typed.mts"; const x = renamed("a");', "a=d"],
    ["spread", "const x = [...['a'], 'b'].join('=');", "a=b"],
    ["the rest of a program after a syntax error", "const y = ;\nconst x = 'a=b';", "a=b"],
  ])("%s", (_, text, expected) => {
    const around = {
      environment: { SET: "v" },
      args: ["first"],
      files: {
        "auth.mjs": "export const form = (name) => `${name}=b`;",
        "lib/forms.mjs": 'export { form } from "../auth.mjs";',
        "lib/index.ts": 'export * from "./forms.mjs";\nexport { form as made } from "./forms.mjs";',
        "typed.mts": "const form = (name: string): string => `${name}=d`;\nexport { form, form as renamed };",
        "auth.cjs": 'module.exports = { form: (name) => name + "=c" };',
      },
    };
    const { requests } = follow("javascript", `${text}\nfetch("${URL}", { method: "POST", body: x });`, around);
    expect(requests).toEqual([expect.objectContaining({ body: [`program ${expected}`.replace("<?>", "\u{FFFC}")] })]);
  });
});

describe("what is shown and written of an answer", () => {
  it.each([
    [
      "a chain of then",
      `${TOKEN_CALL}.then((r) => r.json()).then((d) => console.log(d.access_token));`,
      ["<token>"],
      {},
    ],
    ["then console.log", `${TOKEN_CALL}.then((r) => r.text()).then(console.log);`, ["<response>"], {}],
    [
      "a function that is called",
      `async function main() { const r = await ${TOKEN_CALL}; console.log((await r.json()).access_token); }\nmain();`,
      ["<token>"],
      {},
    ],
    [
      "what a function returns",
      `async function get() { const r = await ${TOKEN_CALL}; return (await r.json()).access_token; }\n(async () => { const t = await get(); console.log("token", t); })();`,
      ["token<token>"],
      {},
    ],
    [
      "a field that is no token",
      `const { expires_in: e } = await (await ${TOKEN_CALL}).json();\nconsole.log(e);`,
      ["<field>"],
      {},
    ],
    [
      "a file",
      `import { writeFileSync } from "node:fs";\nwriteFileSync("t.txt", (await (await ${TOKEN_CALL}).json()).access_token);`,
      [],
      { "t.txt": "<token>" },
    ],
    [
      "the data of a stream",
      `import https from "https";\nhttps.request("${URL}", { method: "POST" }, (res) => { let all = ""; res.on("data", (d) => { all += d; }); res.on("end", () => console.log(all)); }).end("a=b");`,
      ["<response>"],
      {},
    ],
    [
      "an exported handler",
      `export const handler = async (event) => { console.log(await (await ${TOKEN_CALL}).text()); };`,
      ["<response>"],
      {},
    ],
  ])("%s", (_, text, shown, written) => {
    expect(follow("javascript", text)).toMatchObject({ shown, written });
  });
});

describe("whether somebody notices a failure", () => {
  it.each([
    ["nothing looks", "", false],
    ["the status", "if (r.status !== 200) throw new Error();", true],
    ["a part of a condition", "if (debug || !r.ok) throw new Error();", true],
    ["or exit", "r.ok || process.exit(1);", true],
    ["a choice that rejects", "const t = r.ok ? r.json() : Promise.reject(r);", true],
    ["a choice that goes on", "const t = r.ok ? r.json() : {};", false],
  ])("%s", (_, text, failureChecked) => {
    const { requests } = follow("javascript", `const r = await ${TOKEN_CALL};\n${text}`);
    expect(requests).toEqual([
      failureChecked
        ? expect.objectContaining({ failureChecked })
        : expect.not.objectContaining({ failureChecked: true }),
    ]);
  });
});
