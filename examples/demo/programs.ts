import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { runChild } from "../../test/engine/child";
import type { Machine, Setting } from "./machine";

/** The part of a synthesized stack that starts a program. */
interface Synthesized {
  readonly resource?: {
    readonly null_resource?: Record<string, { readonly provisioner?: { readonly "local-exec": LocalExec }[] }>;
  };
  readonly data?: { readonly external?: Record<string, { readonly program: string[] }> };
}

interface LocalExec {
  readonly interpreter?: string[];
  readonly command: string;
  readonly environment?: Record<string, string>;
}

/** What an engine would start: a command, its arguments and what it adds to the environment. */
interface Started {
  readonly command: string[];
  readonly environment: Record<string, string>;
}

/** Starts the programs of stacks as an engine would: what can be shown without one. */
export const PROGRAM_MACHINE: Machine = {
  does: "Its program is started as an engine would start it",
  async carryOut(setting) {
    const { subject, server, witness } = setting;
    const outdir = mkdtempSync(join(tmpdir(), "cdktf-oauth2-token-"));
    try {
      const app = new App({ outdir });
      subject.create(app, subject.name, server);
      app.synth();
      const folder = join(outdir, "stacks", subject.name);
      if (subject.byHand) writeFileSync(join(folder, subject.byHand.file), subject.byHand.text(server));
      const started = startedBy(folder, setting);
      if (!started) return { missing: "it needs an engine" };
      const run = await start(started, folder, setting);
      witness.output("standard output", run.stdout);
      witness.output("standard error", run.stderr);
      witness.files(outdir);
      return run;
    } finally {
      rmSync(outdir, { recursive: true });
    }
  },
};

function startedBy(folder: string, { subject, server }: Setting): Started | undefined {
  if (subject.command) return { command: ["/bin/sh", "-c", subject.command(server)], environment: {} };
  const { resource, data } = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as Synthesized;
  const provisioners = Object.values(resource?.null_resource ?? {}).flatMap(({ provisioner = [] }) =>
    provisioner.map((block) => block["local-exec"]),
  );
  for (const { interpreter, command, environment = {} } of provisioners)
    if (interpreter?.[1]?.endsWith("/request.sh")) return { command: [...interpreter, command], environment };
  const program = Object.values(data?.external ?? {})[0]?.program;
  return program && { command: program, environment: {} };
}

function start(started: Started, cwd: string, { subject, witness: { secret } }: Setting) {
  const known = (text: string) =>
    text
      .replaceAll("${path.module}", cwd)
      .replaceAll(/\$\{urlencode\(var\.\w+\)\}/g, () => encodeURIComponent(secret))
      .replaceAll(/\$\{var\.\w+\}/g, () => secret);
  const [command = "", ...args] = started.command.map(known);
  const added = Object.entries(started.environment).map(([name, value]) => [name, known(value)] as const);
  const env = { ...process.env, [subject.secretVariable]: secret, ...Object.fromEntries(added) };
  return runChild(command, args, { cwd, env, timeoutMs: 60_000 });
}
