import { tellsNothing } from "../program/exit-status.js";
import { emit, newline, type RunCommand } from "../program/invocation.js";
import { hole, sketch } from "../values/symbolic-string.js";
import { tokenTool } from "../vocabulary/token-tools.js";

/** A tool that prints an access token when it is called so; otherwise it is what it is without. */
export const printsToken =
  (otherwise: RunCommand): RunCommand =>
  (invocation) => {
    const words = invocation.args.map(sketch);
    const row = tokenTool(invocation.name, words);
    if (!row) return otherwise(invocation);
    const call = { failureChecked: false };
    invocation.shell.effects.minted.push(call);
    const plain = words.some((word) => /^(?:-o|--output)?=?(?:tsv|text)$/.test(word));
    emit(invocation, [hole({ taint: row.json && !plain ? "response" : "token", requests: [call] }), newline]);
    return tellsNothing;
  };
