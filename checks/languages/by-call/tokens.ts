/** A part of a text: characters as they are meant, or code whose value is written there. */
export type Piece =
  | { readonly kind: "characters"; readonly text: string; readonly at: number }
  | { readonly kind: "code"; readonly text: string; readonly at: number };

export interface Token {
  /** `line` is the end of one, where that may end a statement. */
  readonly kind: "name" | "variable" | "text" | "number" | "mark" | "line" | "end";
  readonly text: string;
  readonly at: number;
  /** A blank stands before it. */
  readonly spaced: boolean;
  /** Of a text; those of a here-document come with the next line. */
  readonly pieces?: readonly Piece[];
  /** A text that is a command for the shell: `` `curl …` ``. */
  readonly isCommand?: boolean;
}

/** Whether a value ends with this token, so that an operator may follow. */
export const endsOperand = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === "variable" ||
    token.kind === "text" ||
    token.kind === "number" ||
    (token.kind === "name" && !EXPECT_OPERAND.has(token.text)) ||
    (token.kind === "mark" && /^[)\]}]$/.test(token.text)));

/** Words that a value follows. */
const EXPECT_OPERAND = new Set(
  "if unless while until elsif elseif and or not return when case in print puts die split grep map echo do then else".split(
    " ",
  ),
);
