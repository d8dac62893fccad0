import type { Directory } from "../../../../checks/configuration/configuration.js";
import { joinFiles, readTfJson } from "../../../../checks/configuration/read.js";
import { examine } from "../../../../checks/run/examine.js";
import { Budget, LIMITS } from "../../../../checks/terraform/budget.js";

export const TOKEN = "https://x.example/oauth/token";

/** Steps alone bound what is followed here: a clock would hide what takes too long for its steps. */
export function follow(directory: Directory, files: Readonly<Record<string, string>> = {}): void {
  const budget = new Budget({ ...LIMITS, millisecondsOfBlock: Infinity, milliseconds: Infinity });
  const { problems } = examine(
    [directory],
    {
      readFile: (path) => {
        const name = Object.keys(files).find((file) => path.endsWith(`/${file}`));
        return name === undefined ? undefined : { path: name, json: false, text: () => files[name] ?? "" };
      },
    },
    {
      budget,
      runRule: (rule) => {
        rule();
      },
    },
  );
  const broken = problems.find(({ message }) =>
    /(?:cannot be followed|failed in this folder) \((?!RangeError)/.test(message),
  );
  if (broken) throw new Error(broken.message);
}

export const json = (content: object): Directory =>
  joinFiles("/fuzz", [readTfJson(JSON.stringify(content), "/fuzz/a.tf.json")]);
