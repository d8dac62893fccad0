import type { Invocation } from "../program/invocation.js";
import { concrete, hole, type SymbolicString } from "../values/symbolic-string.js";
import { oneOf } from "./options.js";

const isStdin = oneOf("/dev/stdin /dev/fd/0 /proc/self/fd/0");

/** What a command reads that is given a file by its path, which may be its own stdin. */
export const inputFile = ({ shell, streams }: Invocation, path: SymbolicString): SymbolicString | undefined =>
  isStdin(concrete(path) ?? "") ? (streams.stdin ?? [hole()]) : shell.readFile(path);
