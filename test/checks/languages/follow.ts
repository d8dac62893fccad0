import { analyse } from "../../../checks/analysis/analyse";
import { readSynthesized } from "../../../checks/configuration/read";
import { Budget } from "../../../checks/terraform/budget";
import { rootsOf, workspaceOf } from "../../../checks/terraform/workspace";
import type { SourceFile } from "../../../checks/configuration/place";
import type { SymbolicString } from "../../../checks/values/symbolic-string";
import { described } from "../described";

/** What a program is told to do, by the effects that it has. */
export interface Followed {
  readonly requests: object[];
  /** How many of them are for a token. */
  readonly tokenRequests: number;
  /** What it prints, with `<token>` and the like for what is not known. */
  readonly shown: string[];
  /** The files whose lines print it. */
  readonly shownBy: (string | undefined)[];
  readonly written: Record<string, string>;
  readonly notRead: string[];
  /** What was left out of it. */
  readonly cut: string[];
}

interface Around {
  readonly environment?: Record<string, string>;
  /** Arguments of the program. */
  readonly args?: string[];
  /** Files beside it. */
  readonly files?: Record<string, string>;
}

const MAIN = {
  python: "main.py",
  javascript: "main.mjs",
  powershell: "main.ps1",
  ruby: "main.rb",
  perl: "main.pl",
  php: "main.php",
  go: "main.go",
};
const PROGRAM = {
  python: "python3",
  javascript: "node",
  powershell: "pwsh -File",
  ruby: "ruby",
  perl: "perl",
  php: "php",
  go: "go run",
};

/** Follows a program that lies beside the configuration. */
export const follow = (language: keyof typeof MAIN, text: string, around: Around = {}): Followed =>
  run([PROGRAM[language], MAIN[language], ...(around.args ?? [])].join(" "), {
    ...around,
    files: { ...around.files, [MAIN[language]]: text },
  });

/** Follows a command of the shell. */
export function run(command: string, { environment, files = {} }: Around): Followed {
  const provisioner = [{ "local-exec": { command, environment } }];
  const directories = [readSynthesized({ resource: { null_resource: { x: { provisioner } } } }, "/stack/cdk.tf.json")];
  const readFile = (path: string): SourceFile | undefined => {
    const content = files[path.replace("/stack/", "")];
    return content === undefined ? undefined : { path, text: () => content, json: false };
  };
  const budget = new Budget();
  const [analysis] = rootsOf(directories, workspaceOf(directories, { readFile }, budget)).map(analyse);
  const [execution] = analysis?.executions ?? [];
  if (!analysis || !execution) throw new Error("Nothing is executed");
  const { requests, logged, written, notRead } = execution.effects;
  return {
    requests: requests.map(described),
    tokenRequests: analysis.tokenRequests.length,
    shown: logged.map(({ text: shown }) => inWords(shown)),
    shownBy: logged.map(({ place }) => place?.file.path.replace("/stack/", "")),
    written: Object.fromEntries([...written].map(([path, content]) => [path.replace("/stack/", ""), inWords(content)])),
    notRead: notRead.map(({ name = [], why }) => inWords(name) + why),
    cut: budget.all.map(({ why }) => why),
  };
}

const inWords = (text: SymbolicString): string =>
  text.map((fragment) => fragment.text ?? `<${fragment.taint ?? "?"}>`).join("");
