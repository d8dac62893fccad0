import { parse } from "unbash";
import { UsageError } from "../options/usage-error.js";

/**
 * The words of a command that is given as one text, quoted as a shell takes it. The program starts it without a shell, so
 * whatever only a shell can do is refused.
 *
 * @throws UsageError
 */
export function commandWords(option: string, text: string): string[] {
  const script = parse(text);
  const [statement, ...more] = script.commands;
  const command = statement?.command;
  if (more.length === 0 && command?.type === "Command" && (script.errors ?? []).length === 0) {
    const words = [command.name, ...command.suffix];
    const simple = command.prefix.length === 0 && command.redirects.length === 0 && !statement?.background;
    const texts = words.flatMap((word) =>
      word?.type === "Word" && isLiteral(word.parts) && !word.text.startsWith("~") ? [word.value] : [],
    );
    if (simple && texts.length === words.length) return texts;
  }
  throw new UsageError(
    `--${option}: this is not one command with its arguments. No shell runs it, so it has no pipe, no variable, no ~ and no redirection; for these write sh -c '...'. Example: --${option} "pass show cxone".`,
  );
}

function isLiteral(parts: readonly { readonly type: string }[] | undefined): boolean {
  return (parts ?? []).every((part) => {
    if (part.type === "DoubleQuoted" && "parts" in part) return isLiteral(part.parts as typeof parts);
    return part.type === "Literal" || part.type === "SingleQuoted";
  });
}
