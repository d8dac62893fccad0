/** How a language is written, as far as its calls need it. */
export interface Dialect {
  readonly name: "ruby" | "perl" | "php" | "go";
  /** What begins a comment that ends with its line. */
  readonly comments: readonly string[];
  /** Comments that go from one mark to another. */
  readonly blockComments: boolean;
  /** What variables begin with, which is no part of their name. */
  readonly sigils: string;
  /** What stands between an object and its member. */
  readonly members: readonly string[];
  /** A line's end may end a statement. */
  readonly endsWithLine: boolean;
  /** `.` puts texts together. */
  readonly joinsWithDot: boolean;
  /** Blocks end with a word, and not with a brace. */
  readonly wordBlocks: boolean;
  /** A function is called without brackets: `puts x`, `die "…"`. */
  readonly barewordCalls: boolean;
  /** Words after which comes what a function does. */
  readonly functionWords: readonly string[];
  /** A function gives its last value. */
  readonly givesLast: boolean;
}

const BRACES = { wordBlocks: false, functionWords: ["function", "fn", "sub", "func"] };

export const RUBY: Dialect = {
  name: "ruby",
  comments: ["#"],
  blockComments: false,
  sigils: "",
  members: [".", "&.", "::"],
  endsWithLine: true,
  joinsWithDot: false,
  wordBlocks: true,
  barewordCalls: true,
  functionWords: ["def"],
  givesLast: true,
};

export const PERL: Dialect = {
  ...BRACES,
  name: "perl",
  comments: ["#"],
  blockComments: false,
  sigils: "$@%&",
  members: ["->"],
  endsWithLine: false,
  joinsWithDot: true,
  barewordCalls: true,
  givesLast: true,
};

export const PHP: Dialect = {
  ...BRACES,
  name: "php",
  comments: ["//", "#"],
  blockComments: true,
  sigils: "$",
  members: ["->", "?->", "::"],
  endsWithLine: false,
  joinsWithDot: true,
  barewordCalls: false,
  givesLast: false,
};

export const GO: Dialect = {
  ...BRACES,
  name: "go",
  comments: ["//"],
  blockComments: true,
  sigils: "",
  members: ["."],
  endsWithLine: true,
  joinsWithDot: false,
  barewordCalls: false,
  givesLast: false,
};
