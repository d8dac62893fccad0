import { cp, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { type Installation, REPOSITORY } from "../installation";

/** Generates the bindings of an installed jsii module, and gives their folder in the installation. */
export async function bindings(installation: Installation, language: "python" | "go", name: string): Promise<string> {
  const folder = `bindings/${name}`;
  const options = ["--targets", language, "--code-only", "--pack-command", "npm pack --ignore-scripts"];
  const pacmak = join(REPOSITORY, "node_modules/.bin/jsii-pacmak");
  await installation.run(pacmak, [...options, "--outdir", join(installation.folder, folder), `node_modules/${name}`]);
  return `${folder}/${language}`;
}

/** The code block of that language on the page about other languages. */
export async function documented(language: "python" | "go"): Promise<string> {
  const page = await readFile(join(REPOSITORY, "docs/languages.md"), "utf8");
  const [, code, ...further] = page.split(`\`\`\`${language}\n`).map((text) => text.split("```")[0] ?? "");
  expect(further).toEqual([]);
  return code ?? "";
}

/** The stack of clients of each kind in that language. */
export function clients(extension: "py" | "go"): Promise<string> {
  return readFile(join(REPOSITORY, `test/package/languages/clients.${extension}`), "utf8");
}

/** What a stack gives in TypeScript, synthesized in the same folder, as the state's place is part of it. */
export async function synthesizedInTypeScript(
  installation: Installation,
  stack: "platform" | "clients" = "platform",
): Promise<string> {
  const program = join(installation.folder, `${stack}.ts`);
  await cp(join(REPOSITORY, `test/package/languages/${stack}.ts`), program);
  const runner = join(REPOSITORY, "node_modules/tsx/dist/cli.mjs");
  await installation.run(process.execPath, [runner, program], { env: { CDKTF_OUTDIR: "typescript.out" } });
  return installation.read(`typescript.out/stacks/${stack}/cdk.tf.json`);
}
