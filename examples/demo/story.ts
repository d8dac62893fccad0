import { randomBytes } from "node:crypto";
import type { Run } from "../../test/engine/child";
import { obtainAnyEngine } from "../../test/engine/engines";
import { startOAuthServer, type OAuthServer } from "../../test/server/oauth-server";
import { engineMachine } from "./engine";
import type { Machine } from "./machine";
import { waitFor } from "./print";
import { PROGRAM_MACHINE } from "./programs";
import { CURL_HEREDOC, type Subject } from "./subjects";
import { Witness } from "./witness";

export const CLIENT_ID = "abc123";
/** What an unescaped request would stumble over. The rest is new at each start, so that it lies nowhere by chance. */
const AWKWARD = `p$4"\\+&% =\${x}'@<>`;
const HOLD_MS = 100;

/** What became of a subject. */
export interface Outcome {
  readonly run: Run;
  readonly witness: Witness;
}

export interface Story {
  readonly secret: string;
  readonly server: OAuthServer;
  readonly machine: Machine;
  /** Why there is no engine, where that is so. */
  readonly withoutEngine: string | undefined;
  /** What became of today's way, which is carried out first. */
  readonly today: Outcome;
  carryOut(subject: Subject, secret?: string): Promise<Outcome | { readonly missing: string }>;
}

/** Tells a story with an OAuth server, and with an engine where there is one that finds its providers. */
export async function withStory(tell: (story: Story) => Promise<void>): Promise<void> {
  const secret = AWKWARD + randomBytes(12).toString("hex");
  let witness: Witness | undefined;
  const server = await startOAuthServer({
    clients: [{ id: CLIENT_ID, secret, method: "client_secret_post" }],
    hold: async () => witness?.watchRequest(HOLD_MS),
    whileApiIsCalled: () => witness?.watchCall(),
  });
  const carryOutWith = async (machine: Machine, subject: Subject, given = secret) => {
    witness = new Witness(given, server);
    const run = await machine.carryOut({ subject, server, witness });
    witness.end();
    return "missing" in run ? run : { run, witness };
  };
  try {
    const engine = await obtainAnyEngine({ terraform: "1.10.0", tofu: "1.11.0" }, { log: waitFor });
    let machine = "missing" in engine ? PROGRAM_MACHINE : engineMachine(engine);
    let withoutEngine = "missing" in engine ? `no engine is on PATH; ${engine.missing}` : undefined;
    let today = await carryOutWith(machine, CURL_HEREDOC);
    if ("missing" in today) {
      withoutEngine = today.missing;
      machine = PROGRAM_MACHINE;
      today = await carryOutWith(machine, CURL_HEREDOC);
    }
    if ("missing" in today) throw new Error(today.missing);
    const carryOut: Story["carryOut"] = (subject, given) => carryOutWith(machine, subject, given);
    await tell({ secret, server, machine, withoutEngine, today, carryOut });
  } finally {
    await server.close();
  }
}
