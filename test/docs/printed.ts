import { requestArguments, runProgram } from "../program/run-program";
import { json, startScriptedServer } from "../server/scripted-server";
import { COMMANDS } from "./printed-commands";

const SECRET = "s3cr3t";

/** What a server answers, for the texts in which a page shows what the program prints. */
const ANSWERS: Readonly<Record<string, { readonly status: number; readonly body: unknown; readonly secret?: string }>> =
  {
    "refused-client": {
      status: 401,
      body: { error: "invalid_client", error_description: "client authentication failed" },
    },
    "refused-newline": {
      status: 401,
      body: { error: "invalid_client", error_description: "client authentication failed" },
      secret: `${SECRET}\n`,
    },
    throttled: {
      status: 400,
      body: { error: "invalid_request", error_description: "rate limit exceeded" },
    },
    "short-lifetime": { status: 200, body: { access_token: "x", token_type: "bearer", expires_in: 120 } },
  };

/** What the program prints for an answer, with the endpoint that a page's reader knows. */
export async function printed(name: string): Promise<string> {
  const ofCommand = COMMANDS[name];
  if (ofCommand) return ofCommand();
  const answer = ANSWERS[name];
  if (!answer) return `there is no answer "${name}": ${Object.keys(ANSWERS).join(", ")}`;
  const server = await startScriptedServer((_, response) => {
    json(response, answer.status, answer.body);
  });
  try {
    const { stderr } = await runProgram(
      ["/bin/sh"],
      requestArguments(server.url, ...(name === "short-lifetime" ? ["minimum_lifetime=600"] : [])),
      { SECRET: answer.secret ?? SECRET },
    );
    return stderr.trimEnd().replaceAll(server.url, "https://auth.example.com/token");
  } finally {
    await server.close();
  }
}

/** A page's request as a server receives it: its content type, and its body. */
export async function received(): Promise<string> {
  const server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "x", token_type: "bearer" });
  });
  try {
    await runProgram(["/bin/sh"], requestArguments(server.url), { SECRET: "p$ss+w%rd=" });
    const [request] = server.received;
    return `POST ${new URL(server.url).pathname}\nContent-Type: ${request?.headers["content-type"] ?? ""}\n\n${request?.body ?? ""}`;
  } finally {
    await server.close();
  }
}
