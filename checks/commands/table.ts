import { tellsNothing } from "../program/exit-status.js";
import { curl } from "./curl.js";
import { base64 } from "./base64.js";
import { filters, runFilter } from "./filters.js";
import { openssl } from "./openssl.js";
import { tr } from "./tr.js";
import { httpie } from "./httpie.js";
import { builtins } from "./builtins.js";
import { interpreter, interpreters } from "./interpreters.js";
import type { RunCommand } from "../program/invocation.js";
import { jq } from "./jq/jq.js";
import { cat, echo, tac, tee } from "./output.js";
import { printf } from "./printf.js";
import { make } from "./make.js";
import { fileNameOf, folderOf, realPath, workingFolder } from "./paths.js";
import { recipe, runners } from "./recipes.js";
import { envsubst } from "./envsubst.js";
import { wget } from "./wget.js";
import { WRAPPERS } from "../vocabulary/wrappers.js";
import { container } from "./containers.js";
import { remote, wrapper, xargs } from "./wrappers.js";
import { literal } from "../values/symbolic-string.js";
import { asProcess, external } from "./external.js";
import { printsToken } from "./token-tools.js";

const COMMANDS = new Map<string, RunCommand>();
const set = (names: string, run: RunCommand): void => {
  for (const name of names.split(" ")) COMMANDS.set(name, run);
};

for (const [name, run] of Object.entries(builtins)) COMMANDS.set(name, run);
set("curl curlie", asProcess(curl));
set("wget wget2", asProcess(wget));
set("http https xh xhs", asProcess(httpie));
set("echo", echo);
set("printf", printf);
set("cat", cat);
set("tac", tac);
set("tee", tee);
set("jq gojq jaq", asProcess(jq));
set("base64 gbase64", asProcess(base64));
set("openssl", asProcess(openssl));
set("tr", tr);
set("envsubst", envsubst);
set("make gmake", asProcess(make));
set(runners.join(" "), asProcess(recipe));
set("dirname", folderOf);
set("basename", fileNameOf);
set("pwd", workingFolder);
set("realpath readlink greadlink", realPath);
set(filters.join(" "), asProcess(runFilter));
for (const name of interpreters) COMMANDS.set(name, asProcess(interpreter));
for (const { program } of WRAPPERS) if (!runners.includes(program)) COMMANDS.set(program, wrapper);
set("xargs", xargs);
set("docker docker-compose podman podman-compose nerdctl kubectl", asProcess(container));
set("oc", asProcess(printsToken(container)));
set(
  "az gcloud gh aws vault",
  printsToken((invocation) => external(invocation, [literal(invocation.name)])),
);
set("ssh sshpass", asProcess(remote));
set(": true sleep date mkdir rm touch chmod chown umask mktemp id hostname ls seq uname which", () => tellsNothing);

export const commandNamed = (name: string): RunCommand | undefined => COMMANDS.get(name);
