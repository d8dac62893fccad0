import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { PROCESS } from "../../cli/output";
import { run } from "../../cli/run";
import type { TokenExchange } from "../../test/server/oauth-server";
import { CURL_HEREDOC_FILE, curlHeredocConfiguration } from "./curl-heredoc";
import { masked, sideBySide } from "./exchange";
import { doing, quote, say, styled, table } from "./print";
import type { Outcome, Story } from "./story";
import { CURL_HEREDOC, FURTHER, VERIFIED } from "./subjects";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const STACK = join(ROOT, "examples", "verified-credentials-stack.ts");
const HAS_PROC = existsSync("/proc/self/cmdline");

/** Today's way: it succeeds without a token, and shows the secret to every user of the machine. */
export function todaysWay({ server, secret, machine, today: { run: apply, witness } }: Story): void {
  quote(curlHeredocConfiguration(server.tokenEndpoint));
  if (apply.code !== 0) throw new Error(`${CURL_HEREDOC.title} ended with ${apply.code}:\n${apply.output}`);
  say(`\n${machine.does}, and reports success:`);
  say(styled("green", lastWords(apply.output) ?? "exit status 0"));
  const [exchange] = witness.exchanges;
  if (!exchange || witness.issued.length > 0) throw new Error("the server took a JSON body");
  say("\nThere is no token. The server's answer, which nobody sees:");
  say(styled("red", `${exchange.status} ${refusal(exchange)}`));
  if (witness.commandLine === undefined) {
    say(
      HAS_PROC
        ? "\nThe secret was not seen in the process list."
        : "\nThe process list was not read: there is no /proc.",
    );
    return;
  }
  say("\nThe secret, in the process list that every user of this machine can read (ps -ef):");
  quote(witness.commandLine.replaceAll(secret, () => styled("bold", styled("red", secret))));
}

/** The checks find why. */
export async function check({ server }: Story): Promise<void> {
  doing("npx cdktf-oauth2-token check ...");
  const before = process.cwd();
  const folder = mkdtempSync(join(tmpdir(), "cdktf-oauth2-token-"));
  let report = "";
  const print = (text: string) => (report += text);
  try {
    writeFileSync(join(folder, CURL_HEREDOC_FILE), curlHeredocConfiguration(server.tokenEndpoint));
    process.chdir(folder);
    const status = await run(["check"], { ...PROCESS, out: print, err: print });
    if (status !== 1) throw new Error(`the checks ended with ${status}:\n${report}`);
    say(report.trim());
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  }
}

/** The construct in its place, and both requests side by side. */
export async function construct(story: Story): Promise<Outcome> {
  quote(codeOf(STACK));
  const outcome = await story.carryOut(VERIFIED);
  if ("missing" in outcome) throw new Error(`${VERIFIED.name}: ${outcome.missing}`);
  const { run: apply, witness } = outcome;
  if (apply.code !== 0) throw new Error(`${VERIFIED.name}: the program ended with ${apply.code}:\n${apply.output}`);
  say(`\n${story.machine.does}:`);
  say(styled("green", lastWords(apply.output) ?? apply.output.trim()));
  const [form] = witness.exchanges;
  const [json] = story.today.witness.exchanges;
  if (!form || !json) throw new Error("the server saw no request");
  say("\nWhat the server received, then and now, and what it answered:");
  table(sideBySide(masked(json), masked(form)));
  if (!json.body.includes(story.secret))
    say("\nThe heredoc's secret is not even the client's: the shell has replaced what begins with $ in it.");
  return outcome;
}

/** A wrong secret: what whoever applies it reads. */
export async function wrongSecret(story: Story): Promise<void> {
  const outcome = await story.carryOut(VERIFIED, "rotated-last-week");
  if ("missing" in outcome) throw new Error(`${VERIFIED.name}: ${outcome.missing}`);
  const { run: apply } = outcome;
  if (apply.code === 0) throw new Error("the server took a wrong secret");
  say(errorOf(apply.output));
}

/** Where secret and token are, by construct: as found in this run. */
export async function whereTheyAre(story: Story, verified: Outcome): Promise<void> {
  const outcomes: [string, Outcome | { missing: string }][] = [
    [`${CURL_HEREDOC.title} (today)`, story.today],
    [VERIFIED.title, verified],
  ];
  for (const subject of FURTHER) outcomes.push([subject.title, await story.carryOut(subject)]);
  table([
    ["", "client secret", "access token"].map((title) => styled("bold", title)),
    ...outcomes.map(([title, outcome]) => [
      title,
      ...("missing" in outcome ? leftOut(outcome.missing) : found(outcome)),
    ]),
  ]);
  const seen = outcomes.flatMap(([, outcome]) => ("missing" in outcome ? [] : [outcome]));
  say(`\n${lookedAt(seen)}`);
  const leaks = seen.filter(({ witness }) => witness !== story.today.witness && witness.audit.findings.length > 0);
  if (leaks.length > 0)
    throw new Error(
      `the audit found the secret:\n${leaks.flatMap(({ witness }) => witness.audit.findings).join("\n")}`,
    );
}

function found({ run: apply, witness }: Outcome): string[] {
  if (apply.code !== 0) throw new Error(`it ended with ${apply.code}:\n${apply.output}`);
  const secret = witness.secretIn;
  const tokens = witness.tokensIn;
  return [
    secret.length === 0 ? styled("green", "nowhere") : styled("red", secret.join("\n")),
    witness.issued.length === 0
      ? styled("red", "there is none")
      : tokens.length === 0
        ? styled("green", "nowhere")
        : styled("yellow", tokens.join("\n")),
  ];
}

function leftOut(why: string): string[] {
  return [styled("gray", `left out: ${why}`), ""];
}

function lookedAt(outcomes: readonly Outcome[]): string {
  const looked = outcomes.map(({ witness }) => witness.audit.looked);
  const number = (of: (one: (typeof looked)[number]) => ReadonlySet<string>) =>
    new Set(looked.flatMap((one) => [...of(one)])).size;
  const files = looked.reduce((all, one) => all + one.files.size, 0);
  const outputs = looked.reduce((all, one) => all + one.outputs.size, 0);
  const read = `${files} files that the runs left behind and ${outputs} outputs`;
  if (!HAS_PROC)
    return `Looked for in every encoding, in ${read}.\nThere is no /proc here: command lines and open files were not looked at.`;
  const programs = number(({ commandLines }) => commandLines);
  return [
    `Looked for in every encoding, in ${read},`,
    `and while each request was held in the command lines of ${programs} programs and in open files.`,
    "Not looked at: a process's environment, which only its own user and root can read.",
  ].join("\n");
}

/** What a reader would write: the part of an example between its frame and its own use. */
function codeOf(file: string): string {
  const lines = readFileSync(file, "utf8").split("\n");
  const from = lines.findIndex((line) => line.includes("Secret.ephemeralVariable"));
  const to = lines.findIndex((line) => line.includes("new LocalExecAccessToken"));
  if (from === -1 || to === -1) throw new Error(`${file} has no request to show`);
  return lines
    .slice(from, to + 1)
    .map((line) => line.replace(/^ {4}/, ""))
    .join("\n");
}

/** Such as "Apply complete! Resources: 2 added, 0 changed, 0 destroyed." */
function lastWords(output: string): string | undefined {
  return /^Apply complete!.*$/m.exec(stripVTControlCharacters(output))?.[0];
}

function refusal({ answer }: TokenExchange): string {
  return `${String(answer["error"])}: ${String(answer["error_description"])}`;
}

/** The diagnosis, in the frame that an engine draws around it in colour; all of it where there is no engine. */
function errorOf(output: string): string {
  const lines = output.trim().split("\n");
  const frame = lines.findIndex((line) => /^(╷|Error: )/.test(stripVTControlCharacters(line)));
  return lines.slice(Math.max(frame, 0)).join("\n");
}
