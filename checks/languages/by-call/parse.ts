import type { ProgramSyntax } from "../script/syntax.js";
import { Cursor } from "./cursor.js";
import type { Dialect } from "./dialect.js";
import { Lexer } from "./lexer.js";
import { StatementParser } from "./statements.js";

/** What a program of one of these languages says, as far as its calls need it. */
export function parseCalls(dialect: Dialect, source: string): ProgramSyntax {
  const { tokens, comments } = new Lexer(dialect, source);
  const cursor = new Cursor(tokens);
  const { body, called } = new StatementParser(dialect, cursor, tokens).program();
  const parts: string[] = [];
  let from = 0;
  for (const [start, end] of comments) {
    parts.push(source.slice(from, start), " ".repeat(end - start));
    from = end;
  }
  return { body, called, code: [...parts, source.slice(from)].join(""), wasTooDeep: cursor.wasTooDeep };
}
