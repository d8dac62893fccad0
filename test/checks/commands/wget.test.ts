import { spawn, spawnSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { cannotRun } from "../../needs";
import { WGET_OPTIONS } from "../../../checks/vocabulary/wget-options";
import { sketch } from "../../../checks/values/symbolic-string";
import { described } from "../described";
import { follow } from "../shell/run";

const URL = "https://sso.acme.example/oauth2/token";
const FILES = { f: "grant_type=x", h: "a" };

/** The manual of GNU Wget 1.21, "HTTP Options"; wget fails by itself on an error status. */
const ROWS: readonly (readonly [command: string, request: object])[] = [
  ["wget URL", { method: "GET" }],
  ["wget -qO- URL", { method: "GET" }],
  ["wget -q -O - URL", { method: "GET" }],
  ["wget --post-data=a=b URL", { method: "POST", body: ["argument a=b"] }],
  ["wget --post-data a=b URL", { method: "POST", body: ["argument a=b"] }],
  ["wget URL --post-data a=b", { method: "POST", body: ["argument a=b"] }],
  ["wget --post-file=f URL", { method: "POST", body: ["file grant_type=x"] }],
  ["wget --method=POST --body-data=a=b URL", { method: "POST", body: ["argument a=b"] }],
  ["wget --method=PUT --body-file=f URL", { method: "PUT", body: ["file grant_type=x"] }],
  ["wget --method post URL", { method: "POST" }],
  ["wget --header='A: b' --header 'C: d' URL", { method: "GET", headers: ["A: b", "C: d"] }],
  ["wget --user=a --password=b --auth-no-challenge URL", { method: "GET", user: "a:b" }],
  ["wget --http-user a --http-password b --auth-no-challenge URL", { method: "GET", user: "a:b" }],
  ["wget --no-check-certificate URL", { method: "GET", insecure: "--no-check-certificate" }],
  ["wget --no-check-cert URL", { method: "GET", insecure: "--no-check-certificate" }],
  ["wget --post-dat=a=b URL", { method: "POST", body: ["argument a=b"] }],
  ["wget -d URL", { method: "GET", verbose: "--debug" }],
  ["wget -nd URL", { method: "GET" }],
  ["wget -nv -nc URL", { method: "GET" }],
  ["wget -nH -np URL", { method: "GET" }],
  ["wget -S URL", { method: "GET" }],
  ["wget -T 5 -t 2 -U agent URL", { method: "GET" }],
  ["wget -T5 -t2 URL", { method: "GET" }],
  ["wget -o log -P . URL", { method: "GET" }],
  ["wget --timeout=5 --tries 2 --waitretry 1 URL", { method: "GET" }],
  ["wget --retry-connrefused --retry-on-http-error=503 URL", { method: "GET" }],
  ["wget --max-redirect=0 URL", { method: "GET" }],
  ["wget --content-on-error -qO- URL", { method: "GET" }],
  ["wget -e robots=off URL", { method: "GET" }],
  ["wget -e check_certificate=off URL", { method: "GET", insecure: "-e check_certificate=off" }],
  ["wget --compression auto URL", { method: "GET" }],
  ["wget --local-encoding utf-8 --prefer-family IPv4 URL", { method: "GET" }],
  ["wget --ciphers HIGH --crl-file h URL", { method: "GET" }],
  ["wget -q -- URL", { method: "GET" }],
  ["printf URL | wget -i -", { method: "GET" }],
];

it.each(ROWS)("%s", (command, request) => {
  const { requests } = follow(command.replaceAll("URL", URL), FILES).effects;
  expect(requests.map(described)).toEqual([{ url: URL, fails: true, ...request }]);
});

it.each(WGET_OPTIONS.filter(([name]) => name !== "input-file"))(
  "--%s leaves the URL after it alone",
  (name, takesValue) => {
    const { requests, notRead } = follow(`wget --${name} ${takesValue ? "v " : ""}${URL}`).effects;
    expect([requests.map(({ url }) => sketch(url)), notRead]).toEqual([[URL], []]);
  },
);

it.each([
  ["wget -qO- URL", "\u{FFFC}"],
  ["wget -q -O /dev/stdout URL", "\u{FFFC}"],
  ["wget -q URL", ""],
  ["wget -qO t URL; cat t", "\u{FFFC}"],
  ["wget -qO /dev/null URL", ""],
  ["wget -q -P d URL", ""],
])("%s prints what it was answered, or not", (command, printed) => {
  expect(follow(command.replaceAll("URL", URL)).printed).toBe(printed);
});

interface Seen {
  readonly method: string | undefined;
  readonly body: string;
  readonly user: string | undefined;
}

let server: Server;
let seen: Seen[] = [];
let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wget-"));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const [, basic] = /^Basic (.*)$/.exec(request.headers.authorization ?? "") ?? [];
      seen.push({ method: request.method, body, user: basic && Buffer.from(basic, "base64").toString() });
      response.writeHead(400).end("no");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

it("is what the real wget sends, and how it ends when it is refused", { timeout: 120_000 }, async (context) => {
  if (spawnSync("wget", ["--version"]).status !== 0) cannotRun(context, "needs wget");
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/oauth2/token`;
  for (const [command, request] of ROWS) {
    seen = [];
    const status = await run(command.replaceAll("URL", url));
    const { method, body = [], user } = request as { method: string; body?: string[]; user?: string };
    const sent = { method, body: body.map((part) => part.replace(/^\w+ /, "")).join("&"), user };
    expect({ command, seen, failed: status !== 0 }).toEqual({ command, seen: [sent], failed: true });
  }
});

const run = (command: string): Promise<number | null> =>
  new Promise((done) => {
    spawn("sh", ["-c", command], { cwd: folder, stdio: "ignore" }).on("exit", done);
  });
