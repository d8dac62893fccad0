import type { Option } from "../options/option.js";

export const OPTIONS: readonly Option[] = [
  {
    name: "var-file",
    value: "FILE",
    repeatable: true,
    help: "a file of variables, as Terraform takes it; -var-file=FILE too; may be repeated",
  },
  {
    name: "use-single-use",
    help: "also uses up what a server takes only once, such as a refresh token that it replaces, or a given JWT",
  },
  { name: "json", help: "prints one JSON object instead of text" },
  { name: "shell", value: "PATH", help: "the POSIX shell that runs the program [the stacks' own]" },
  { name: "help", short: "h", help: "this text" },
];
