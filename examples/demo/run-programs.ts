import { EXAMPLES, type Example } from "..";
import { runChild } from "../../test/engine/child";
import type { DemoRun } from "./apply";
import { say } from "./print";
import { withSynthesized, type Synthesized } from "./synthesized";

/** What Terraform would start: a command, its arguments and what it adds to the environment. */
interface Started {
  readonly command: string[];
  readonly environment: Record<string, string>;
}

/** Starts the program of each example that needs nothing else of an engine. */
export async function runPrograms(run: DemoRun): Promise<void> {
  for (const example of EXAMPLES)
    await withSynthesized(example, run.server, async (stack, folder) => {
      const started = startedBy(stack);
      if (started) await runProgram(example, started, folder, run);
      else say(`${example.name}: needs an engine`);
      run.audit.files(folder);
    });
}

async function runProgram(example: Example, started: Started, cwd: string, run: DemoRun): Promise<void> {
  const known = (text: string) =>
    text.replaceAll("${path.module}", cwd).replace(/\$\{urlencode\(var\.\w+\)\}/g, encodeURIComponent(run.secret));
  const [shell = "", ...args] = started.command.map(known);
  const added = Object.entries(started.environment).map(([name, value]) => [name, known(value)] as const);
  const env = { ...process.env, [example.secretVariable]: run.secret, ...Object.fromEntries(added) };
  const { code, output, stdout } = await runChild(shell, args, { cwd, env, timeoutMs: 60_000 });
  run.audit.output(example.name, output);
  if (code !== 0) throw new Error(`${example.name}: the program ended with ${code}:\n${output}`);
  say(`${example.name}: ${example.shows}`);
  say(withoutToken(stdout) || "ended with exit status 0", 4);
}

function startedBy({ resource, data }: Synthesized): Started | undefined {
  const provisioners = Object.values(resource?.null_resource ?? {}).flatMap(({ provisioner = [] }) =>
    provisioner.map((block) => block["local-exec"]),
  );
  for (const { interpreter, command, environment = {} } of provisioners)
    if (interpreter?.[1]?.endsWith("/request.sh")) return { command: [...interpreter, command], environment };
  const program = Object.values(data?.external ?? {})[0]?.program;
  return program && { command: program, environment: {} };
}

/** A token is a secret too, even that of this server. */
function withoutToken(answer: string): string {
  return answer.trim().replace(/"access_token":"[^"]*"/, '"access_token":"(not shown)"');
}
