import { baseName } from "../program/command-name.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { emit, type Invocation } from "../program/invocation.js";
import { hole, sketch, slice, split, type SymbolicString } from "../values/symbolic-string.js";
import { containerCommand, type ContainerCommand } from "../vocabulary/container-clients.js";
import { languageOf } from "../vocabulary/interpreters.js";
import { isRequestProgram } from "../vocabulary/programs.js";
import { wrapperNamed } from "../vocabulary/wrappers.js";
import { curl } from "./curl.js";
import { givenIn, withVariables, type Given } from "./given-variables.js";

interface Option {
  readonly name: string;
  readonly value: SymbolicString;
}

/** What is started, and in what. */
interface Start {
  readonly options: readonly Option[];
  readonly image: SymbolicString | undefined;
  readonly words: readonly SymbolicString[];
}

/** `docker run image curl ...`, `kubectl exec pod -- sh -c ...`: what runs inside. */
export function container(invocation: Invocation): ExitStatus {
  const { options, image, words } = startOf(invocation);
  const given = options.flatMap(({ name, value }): readonly Given[] => {
    if (name === "env-file") return inFile(invocation, value);
    const one = name === "e" || name === "env" ? givenIn(value) : undefined;
    return one ? [one] : [];
  });
  return withVariables(invocation.shell, given, () => run(invocation, image, words));
}

function run(invocation: Invocation, image: SymbolicString | undefined, words: readonly SymbolicString[]): ExitStatus {
  const { shell, streams, place } = invocation;
  const [first] = words;
  if (image && isCurlImage(sketch(image)) && !(first && isProgram(first)))
    return curl({ ...invocation, name: "curl", args: words });
  const at = words.findIndex(isProgram);
  if (at >= 0) return shell.startCommand(words.slice(at), streams, place);
  emit(invocation, [hole({ unread: true, obscured: true })]);
  return tellsNothing;
}

function startOf({ name, args }: Invocation): Start {
  const written = args.map(sketch);
  if (name === "kubectl" || name === "oc") return inPod(args, written);
  const compose = /-compose$/.test(name) ? ["compose"] : [];
  for (const [index, word] of written.entries()) {
    const command = containerCommand([...compose, ...written.slice(0, index)], word);
    if (command) return inContainer(args.slice(index + 1), command);
  }
  return { options: [], image: undefined, words: [] };
}

/** The command follows `--`; without one, it is the first word that is known. */
function inPod(args: readonly SymbolicString[], written: readonly string[]): Start {
  const dashes = written.indexOf("--");
  const options = written.slice(0, dashes < 0 ? undefined : dashes).flatMap((word, index): Option[] => {
    const [all, name, equals] = /^--?([\w-]+)(=?)/.exec(word) ?? [];
    if (all === undefined || name === undefined) return [];
    const value = equals === "" ? args[index + 1] : slice(args[index] ?? [], all.length);
    return value ? [{ name, value }] : [];
  });
  const image = options.find(({ name }) => name === "image")?.value;
  const verb = written.findIndex((word) => /^(?:exec|rsh|run)$/.test(word));
  return { options, image, words: args.slice((dashes < 0 ? verb : dashes) + 1) };
}

/** Options, the image or the container, and then the command: that of the option `entrypoint` comes before what follows the image. */
function inContainer(args: readonly SymbolicString[], { flags, verb }: ContainerCommand): Start {
  const options: Option[] = [];
  let at = 0;
  for (; at < args.length; at++) {
    const arg = args[at] ?? [];
    const word = sketch(arg);
    if (word === "--" || !word.startsWith("-")) break;
    const found = word.startsWith("--") ? longOption(arg, flags) : shortOption(arg, flags);
    if (!found) continue;
    options.push({ name: found.name, value: found.value ?? args[++at] ?? [] });
  }
  if (sketch(args[at] ?? []) === "--") at++;
  const entrypoint = options.find(({ name }) => name === "entrypoint")?.value;
  const rest = args.slice(at + 1);
  return {
    options,
    image: verb === "exec" ? undefined : args[at],
    words: entrypoint && entrypoint.length > 0 ? [entrypoint, ...rest] : rest,
  };
}

interface Found {
  readonly name: string;
  /** Undefined where the next word is it. */
  readonly value: SymbolicString | undefined;
}

function longOption(arg: SymbolicString, flags: ReadonlySet<string>): Found | undefined {
  const word = sketch(arg);
  const equals = word.indexOf("=");
  const name = word.slice(2, equals < 0 ? undefined : equals);
  if (equals >= 0) return { name, value: slice(arg, equals + 1) };
  return flags.has(name) ? undefined : { name, value: undefined };
}

/** `-it`, `-eNAME=value`: the first letter that takes a value takes the rest. */
function shortOption(arg: SymbolicString, flags: ReadonlySet<string>): Found | undefined {
  const letters = sketch(arg).slice(1);
  const at = Array.from(letters).findIndex((letter) => !flags.has(letter));
  const name = letters[at];
  if (name === undefined) return undefined;
  return { name, value: at + 1 < letters.length ? slice(arg, at + 2) : undefined };
}

/** A file of lines `NAME=value`. */
const inFile = ({ shell }: Invocation, path: SymbolicString): readonly Given[] =>
  split(shell.readFile(path) ?? [], "\n").flatMap((line): readonly Given[] => {
    const given = givenIn(line);
    return given ? [given] : [];
  });

function isProgram(word: SymbolicString): boolean {
  const path = sketch(word);
  // A pod or an image is called so.
  if (/[/:]/.test(path.replace(/^\/(?:usr\/(?:local\/)?)?s?bin\//, ""))) return false;
  const name = baseName(path);
  return isRequestProgram(name) || languageOf(name) !== undefined || wrapperNamed(name) !== undefined;
}

const isCurlImage = (image: string): boolean =>
  /(?:^|\/)(?:alpine-)?curl(?:images)?(?:\/curl)?(?:[:@][\w.:-]+)?$/.test(image);
