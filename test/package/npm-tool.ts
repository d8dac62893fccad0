import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { runChild } from "../engine/child";
import { cached } from "../engine/tool-cache";
import { npmEnvironment } from "./npm-environment";

const CDKTF_CLI = "0.21.0";

/** The command line of CDKTF. */
export function cdktfCli(log: (line: string) => void): Promise<string> {
  return npmTool({ name: "cdktf-cli", version: CDKTF_CLI, command: "cdktf" }, log);
}

interface Tool {
  readonly name: string;
  readonly version: string;
  readonly command: string;
}

/** A tool too large for a devDependency, installed from npm on its first use on a machine; gives its executable. */
export async function npmTool({ name, version, command }: Tool, log: (line: string) => void): Promise<string> {
  const folder = await cached({
    name,
    from: [version],
    build: async (into) => {
      log(`Installing ${name} ${version} from npm, once`);
      await writeFile(join(into, "package.json"), JSON.stringify({ private: true, dependencies: { [name]: version } }));
      const options = { cwd: into, env: npmEnvironment(), timeoutMs: 600_000 };
      const { code, output } = await runChild("npm", ["install"], options);
      if (code !== 0) throw new Error(`npm install ${name}@${version} ended with ${code}: ${output}`);
    },
  });
  return join(folder, "node_modules/.bin", command);
}
