import { answerOf, type Answer } from "../program/answer.js";
import { diagnosisOf, type Diagnosis } from "../program/diagnosis.js";
import { startProgram } from "../program/start.js";
import type { Ready } from "./prepare.js";
import { THROTTLED } from "./outcomes.js";

/** A request that was made once for all constructs that make the same one. */
export interface Made {
  readonly ready: Ready;
  readonly constructs: readonly string[];
  /** The program's exit status; undefined where the request was not made, because its server throttles. */
  readonly status: number | undefined;
  readonly answer: Answer | undefined;
  readonly diagnosis: Diagnosis | undefined;
  /** All that the program said. */
  readonly said: string;
}

/** How many servers are asked at the same time. Each of them is asked one thing after another. */
const SERVERS_AT_ONCE = 4;

/** Makes each different request once. A server that throttles is not asked again. */
export async function makeAll(requests: readonly Ready[]): Promise<Made[]> {
  const different = grouped(requests, keyOf);
  const byServer = grouped(different, ([first]) => serverOf(first));
  const made = new Map<readonly Ready[], Made>();
  const waiting = [...byServer];
  const work = async (): Promise<void> => {
    for (let server = waiting.shift(); server !== undefined; server = waiting.shift()) {
      let throttled = false;
      for (const same of server) {
        const one: Made = throttled ? notMade(same) : await make(same);
        throttled ||= one.status === THROTTLED;
        made.set(same, one);
      }
    }
  };
  await Promise.all(Array.from({ length: SERVERS_AT_ONCE }, work));
  return different.flatMap((same) => made.get(same) ?? []);
}

async function make(same: Group<Ready>): Promise<Made> {
  const [ready] = same;
  const { status, stdout, stderr } = await startProgram({
    shell: ready.shell,
    args: ready.args,
    environment: { ...process.env, ...ready.environment },
    stdin: ready.stdin,
    workingDirectory: ready.workingDirectory,
  });
  return {
    ready,
    constructs: constructsOf(same),
    status,
    answer: status === 0 ? answerOf(stdout) : undefined,
    diagnosis: status === 0 ? undefined : diagnosisOf(stderr),
    said: stderr,
  };
}

function notMade(same: Group<Ready>): Made {
  return {
    ready: same[0],
    constructs: constructsOf(same),
    status: undefined,
    answer: undefined,
    diagnosis: undefined,
    said: "The request was not made, because its server has throttled one before.\n",
  };
}

function constructsOf(same: Group<Ready>): string[] {
  return same.map(({ construct }) => construct);
}

/**
 * What makes two requests the same: all that reaches the program, whether its secrets travel in the environment or on
 * standard input. A file or a command may mean another one in another folder.
 */
function keyOf({ args, environment, stdin, workingDirectory, shell }: Ready): string {
  const read = args.some((word) => /^[a-z0-9_]+\.(file|command)=/.test(word));
  const secrets = Object.entries(environment).map(([name, value]) =>
    name.startsWith(PREFIX) ? `${name.slice(PREFIX.length).toLowerCase()}=${value}` : `$${name}=${value}`,
  );
  return JSON.stringify([
    args.filter((word) => !/^[a-z0-9_]+\.source=stdin$/.test(word)),
    [...secrets, ...stdin.split("\n").filter((line) => line !== "")].sort(),
    read ? workingDirectory : "",
    shell,
  ]);
}

/** Of the environment variables in which secrets travel; a slot's name follows, in capitals. */
const PREFIX = "ACCESS_TOKEN_REQUEST_";

function serverOf({ tokenEndpoint }: Ready): string {
  return URL.canParse(tokenEndpoint) ? new URL(tokenEndpoint).host : tokenEndpoint;
}

type Group<T> = readonly [T, ...T[]];

function grouped<T>(items: readonly T[], key: (item: T) => string): Group<T>[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return [...groups.values()];
}
