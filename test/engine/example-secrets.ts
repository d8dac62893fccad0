import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import type { ExampleSecret } from "../../examples";
import type { Environment } from "./child";

/** The values of an example's secrets, by what they are. */
export type SecretValues = Readonly<Record<string, string>>;

/** `pass show <name>`, as the example's command calls it: the names are files of a folder. */
const PASS = (folder: string) => `#!/bin/sh\n[ "$1" = show ] && exec cat '${folder}'/"$2"\n`;

/**
 * Gives an example its secrets, each in its place, below a folder for those that are in files.
 *
 * @returns the environment to run Terraform in
 */
export function giveSecrets(secrets: readonly ExampleSecret[], values: SecretValues, folder: string): Environment {
  const [bin, passwords] = [join(folder, "bin"), join(folder, "passwords")];
  const env: Record<string, string> = { TF_VAR_secrets_folder: folder };
  const write = (file: string, text: string) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  for (const secret of secrets) {
    const value = values[secret.what];
    if (value === undefined) throw new Error(`The test has no ${secret.what}`);
    if ("variable" in secret) env[secret.variable] = value;
    else if ("file" in secret) write(join(folder, secret.file), `${value}\n`);
    else {
      write(join(passwords, secret.pass), `${value}\n`);
      write(join(bin, "pass"), PASS(passwords));
      chmodSync(join(bin, "pass"), 0o755);
      env["PATH"] = [bin, process.env["PATH"]].join(delimiter);
    }
  }
  return env;
}
