import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Environment } from "../../engine/child";
import { Installation } from "../installation";

const SCRIPT = `#!/bin/sh
set -e
curl -sf https://login.example.com/oauth/token -o /dev/null \\
  -d '{"grant_type":"client_credentials"}'
`;

/** Neither the user's settings nor a pipeline's around the tests change what git does. */
export const GIT: Environment = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "a",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "a",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

/** A user's repository, in which a module runs a script that sends JSON. */
export const FILES: Readonly<Record<string, string>> = {
  "envs/prod/main.tf": `module "login" {\n  source = "../../modules/login"\n}\n`,
  "modules/login/main.tf": `resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "sh \${path.module}/token.sh"
  }
}
`,
  "modules/login/token.sh": SCRIPT,
};
export const MENDED = SCRIPT.replace(`'{"grant_type":"client_credentials"}'`, "grant_type=client_credentials");

export async function repositoryWith(files: Readonly<Record<string, string>>): Promise<Installation> {
  const repository = await Installation.empty();
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(repository.folder, path)), { recursive: true });
    await repository.write(path, text);
  }
  await repository.run("git", ["init", "--quiet", "--initial-branch=main"], { env: GIT });
  await commit(repository);
  return repository;
}

export async function commit(repository: Installation): Promise<string> {
  await repository.run("git", ["add", "--all"], { env: GIT });
  await repository.run("git", ["commit", "--quiet", "--message", "a"], { env: GIT });
  return (await repository.run("git", ["rev-parse", "HEAD"], { env: GIT })).stdout.trim();
}
