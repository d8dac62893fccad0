import { version } from "../package.json";
import { didYouMean } from "../checks/options/suggest.js";
import type { Output } from "./output.js";
import { USAGE } from "./usage.js";

type Command = (args: readonly string[], output: Output) => Promise<number>;

/** Each is loaded when it is asked for: none pays for another one. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => {
    const { run } = await import("../checks/cli/run.js");
    return (args, { out, err, report }) =>
      run(["check", ...args], { stdout: out, stderr: err, ...(report && { text: report }) });
  },
  request: async () => (await import("./request/run.js")).request,
  verify: async () => (await import("./verify/run.js")).verify,
};

const COULD_NOT_RUN = 2;

/** Carries out a command line, and gives the exit status. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  const [first = ""] = args;
  if (first === "--help" || first === "-h") output.out(USAGE);
  if (first === "--version" || first === "-v") output.out(`${version}\n`);
  if (["--help", "-h", "--version", "-v"].includes(first)) return 0;
  const names = Object.keys(COMMANDS);
  // Options may stand before the command.
  const name =
    names.find((known) => known === first) ?? (first.startsWith("-") && args.includes("check") ? "check" : "");
  const load = COMMANDS[name];
  if (load === undefined) {
    const what =
      args.length === 0 || first.startsWith("-")
        ? "A command is missing"
        : `This is not a command${didYouMean(first, names)}`;
    output.err(`${what}; allowed: ${names.join(", ")}\nSee cdktf-oauth2-token --help\n`);
    return COULD_NOT_RUN;
  }
  try {
    const command = await load();
    const at = args.indexOf(name);
    return await command(
      args.filter((_, index) => index !== at),
      output,
    );
  } catch (error) {
    // An unforeseen error's message may quote what was read, and so a secret.
    const kind = error instanceof Error ? error.name : typeof error;
    output.err(`The command ${name} failed (${kind}). This is a fault of cdktf-oauth2-token: please report it.\n`);
    return name === "request" ? 1 : COULD_NOT_RUN;
  }
}
