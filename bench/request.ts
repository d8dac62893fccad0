import { fileURLToPath } from "node:url";
import { json, startScriptedServer } from "../test/server/scripted-server";
import { compare, type Comparison } from "./measure";
import { started } from "./started";

const PROGRAM = fileURLToPath(new URL("../lib/program/files/request.sh", import.meta.url));
const BODY = "grant_type=client_credentials&scope=s&client_id=abc123&client_secret=s3cr3t";
const PAIRS = 60;

/** One token request on loopback: the program, and parts of it, against a bare curl that makes the same POST. */
export async function request(): Promise<Comparison[]> {
  const server = await startScriptedServer((_, response) => {
    json(response, 200, { access_token: "a".repeat(800), token_type: "bearer", expires_in: 3600 });
  });
  const curl = ["-q", "--silent", "--data", BODY, server.url];
  const bare = () => started("curl", curl);
  const program = (output: string) => () =>
    started(
      "/bin/sh",
      [
        PROGRAM,
        `token_endpoint=${encodeURIComponent(server.url)}`,
        ...["form.grant_type=client_credentials", "form.scope=s", "client_authentication=client_secret_post"],
        ...["client_id=abc123", "client_secret.environment=SECRET", `output=${output}`],
        ...(output === "run" ? ["run=true"] : []),
      ],
      { env: { SECRET: "s3cr3t" } },
    );
  const skeleton = (script: string) => () => started("/bin/sh", ["-c", script, "sh", ...curl]);
  const awk = "awk 'BEGIN { exit }'";
  const results = [
    await compare("the program", PAIRS, program("json"), bare, 1.3),
    await compare("the program, and a command that gets the token", PAIRS, program("run"), bare),
    await compare("a skeleton: sh, two awks, curl", PAIRS, skeleton(`{ ${awk}; curl "$@"; } | awk '{ print }'`), bare),
    await compare("sh and curl", PAIRS, skeleton('curl "$@"; :'), bare),
  ];
  await server.close();
  return results;
}
