import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { cannotRun } from "../needs";
import { available, SHELLS } from "./shells";
import { attempt, awkOf, processesOf, searchPath, TRIALS, type Outcome, type Trial } from "./trials";

const SOURCES = [
  "environment",
  "file",
  "command",
  "stdin",
  "signed",
  "discovered",
  "revoked",
  "signed by a key",
  "discovered, and signed by a key",
];
const OUTPUTS = ["json", "run", "none"];

/** Runs the tool as it is. */
const REAL = (tool: string) => `${tool} "$@"`;

/** What stands where a tool should be: the ways in which a process can end and say nothing. */
const STUBS: Record<string, string> = {
  "ends with 0 at once": "exit 0",
  "ends with 1 at once": "exit 1",
  "is killed at once": "kill -9 $$",
  "reads all and says nothing": "cat >/dev/null; exit 0",
  "says OK": 'cat >/dev/null; printf "\\n0\\n"',
};

const NONCE = "0".repeat(64);
const FORGED = [
  `access-token-request ${NONCE}`,
  ...["time 1", "secret client_secret x", "built"].map((statement) => `${NONCE} ${statement}`),
  '{\\"access_token\\":\\"forged\\",\\"token_type\\":\\"bearer\\"}',
  ...["http 200", "redirect ", "message "].map((statement) => `${NONCE} ${statement}`),
];

/** What a server may make curl say. */
const SAID: Record<string, string> = {
  "a verdict": 'cat >/dev/null; printf "output access token received\\nverdict 0\\n"',
  "a token and a verdict": 'cat >/dev/null; printf "token forged\\nverdict 0\\n"',
  "a journal": `cat >/dev/null; printf "${FORGED.join("\\n")}"`,
  "a journal with its end": `cat >/dev/null; printf "${[...FORGED, "curl 0"].join("\\n")}\\n"`,
  "a journal with its end, and is killed": `printf "${[...FORGED, "curl 0"].join("\\n")}\\n"; kill -9 $$`,
};

/** What becomes of a tool that begins as it should. */
const FAULTS: Record<string, (tool: string) => string> = {
  "is slow": (tool) => `sleep 0.1; ${REAL(tool)}`,
  "ends with 1 in the end": (tool) => `${REAL(tool)}; exit 1`,
  "is killed in the end": (tool) => `${REAL(tool)}; kill -9 $$`,
  "says half of it": (tool) => `${REAL(tool)} | head -c 70`,
  "says all but the end": (tool) => `${REAL(tool)} | sed '$d'`,
  "says it twice": (tool) => `x=$(${REAL(tool)}; echo x); printf "%s" "\${x%x}\${x%x}"`,
};

/** Only the awk that does this part is the stub. */
const ONLY = (part: string, stub: string) => `case "$*" in *${part}.awk*) ;; *) ${REAL("exec awk")} ;; esac\n${stub}`;

/** The tools, and for awk the part of the program that it does. */
const PARTS: [string, string][] = [
  ["curl", ""],
  ["head", ""],
  ["awk", "build"],
  ["awk", "judge"],
  ["awk", "failure"],
  ["awk", "read-secret"],
  ["sleep", ""],
  ["awk", "sign"],
  ["awk", "hmac"],
  ["openssl", ""],
  ["awk", "ask-metadata"],
  ["awk", "read-metadata"],
];

/** The source of a secret with which a part has something to do, where it has not with all of them. */
const NEEDS: Record<string, string> = {
  failure: "revoked",
  "read-secret": "file",
  sleep: "file",
  sign: "signed",
  hmac: "signed",
  openssl: "signed",
  "ask-metadata": "discovered",
  "read-metadata": "discovered",
};

/** Every trial belongs to one shell, the next one to the next; with PROGRAM_TRIALS=8 and more, each to all of them. */
function belongs(trial: number, shell: number): boolean {
  return (trial + shell) % SHELLS.length < TRIALS;
}

/** Four at a time: they wait more than they work. */
async function attemptAll(trials: Trial[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < trials.length; at += 4)
    outcomes.push(...(await Promise.all(trials.slice(at, at + 4).map(attempt))));
  return outcomes;
}

const TIMEOUT = { timeout: 120_000 * TRIALS };

describe.each(SHELLS.map(([title, shell], index) => ({ title, shell, index })))(
  "under $title, exit status 0 means that a request was made and its token given",
  ({ title, shell, index }) => {
    it("whatever becomes of a part of the program", TIMEOUT, async (context) => {
      available(context, title, shell[0] ?? "");
      const trials = PARTS.flatMap(([tool, part], which) =>
        [
          ...Object.values(STUBS),
          ...Object.values(FAULTS).map((fault) => fault(tool)),
          ...(tool === "curl" ? Object.values(SAID) : []),
        ].flatMap((script, at): Trial[] => {
          if (!belongs(at + which, index)) return [];
          const stub = part === "" ? script : ONLY(part, script);
          const source = NEEDS[part || tool] ?? SOURCES[at % SOURCES.length] ?? "";
          const path = searchPath(awkOf(at + which), { [tool]: stub });
          return [{ shell, path, source, output: OUTPUTS[(at + which) % 3] ?? "" }];
        }),
      );
      const outcomes = await attemptAll(trials);
      expect(outcomes.length).toBeGreaterThan(8);
      expect(outcomes.some(({ code }) => code !== 0)).toBe(true);
    });

    for (const signal of ["SIGKILL", "SIGTERM", "SIGSTOP"] as const)
      it(`whichever process gets ${signal}, at whatever time`, TIMEOUT, async (context) => {
        available(context, title, shell[0] ?? "");
        if (!existsSync("/proc/self/stat")) cannotRun(context, "processes are found in /proc, as Linux has it");
        const hit: string[] = [];
        const trials = Array.from({ length: 12 * TRIALS }, (_, at) =>
          disturbed(shell, signal, at + index, hit, (at + Math.random()) / (12 * TRIALS)),
        );
        await attemptAll(trials);
        expect(hit.length).toBeGreaterThan(trials.length / 4);
      });

    it("however few files, or how little memory, it may have", TIMEOUT, async (context) => {
      available(context, title, shell[0] ?? "");
      const limits = [
        ...[4, 6, 8, 9, 10, 11, 12, 13, 14, 16, 20, 64].map((files) => `ulimit -n ${files}`),
        ...[2000, 5000, 8000, 20000].map((kilobytes) => `ulimit -v ${kilobytes}`),
      ];
      const trials = limits.flatMap((before, at): Trial[] => {
        const trial = { shell, path: searchPath(awkOf(at)), output: OUTPUTS[at % 3] ?? "", before };
        if (!belongs(at, index) && !belongs(at + 4, index)) return [];
        return SOURCES.map((source) => ({ ...trial, source }));
      });
      expect(await attemptAll(trials)).toHaveLength(trials.length);
    });
  },
);

/**
 * A trial in which one process of the program, any of them, is hit at any time; a stopped one is killed a moment later.
 *
 * @param when from 0 to 1, spread over the trials: the early ones meet a program that cannot have ended yet
 */
function disturbed(shell: string[], signal: NodeJS.Signals, at: number, hit: string[], when: number): Trial {
  const disturb = (group: number) => {
    setTimeout(() => {
      const processes = processesOf(group);
      const chosen = processes[Math.floor(Math.random() * processes.length)];
      if (chosen === undefined) return;
      hit.push(chosen.name.replace(/^\d+ \(/, ""));
      end(chosen.pid, signal);
      if (signal === "SIGSTOP") setTimeout(end, 40, chosen.pid, at % 2 === 0 ? "SIGCONT" : "SIGKILL");
    }, when * 70);
  };
  return {
    shell,
    path: searchPath(awkOf(at)),
    source: SOURCES[at % SOURCES.length] ?? "",
    output: OUTPUTS[at % 3] ?? "",
    disturb,
  };
}

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended in the meantime.
  }
}
