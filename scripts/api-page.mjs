/** The API reference as one page, of API Extractor's models of the entry points. */
export function apiPage(entryPoints) {
  const contents = entryPoints.flatMap(({ from, items }) => [
    `- \`${from}\``,
    ...items.map((item) => `  - ${link(item)}`),
  ]);
  const parts = entryPoints.flatMap(({ from, items }, index) => {
    const earlier = new Set(entryPoints.slice(0, index).flatMap((entry) => entry.items.map(({ name }) => name)));
    const again = items.filter(({ name }) => earlier.has(name)).map(link);
    return [
      `## \`${from}\``,
      ...(again.length === 0 ? [] : [`Exports these as well: ${again.join(", ")}.`]),
      ...items.filter(({ name }) => !earlier.has(name)).map(section),
    ];
  });
  const about =
    "Generated from the declarations by `npm run api`: what each name is for, its default, and when it throws.";
  return `${["# API reference", about, contents.join("\n"), ...parts].join("\n\n")}\n`;
}

function link({ name }) {
  return `[${name}](#${name.toLowerCase()})`;
}

function section(item) {
  const declaration = `\`\`\`ts\n${signature(item)}\n\`\`\``;
  const members = [...(item.members ?? [])].sort((a, b) => rank(a) - rank(b)).map(member);
  return [`### ${item.name}`, declaration, ...comment(item), members.join("\n")]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Constructor, factories, then what an instance has. */
function rank({ kind, isStatic }) {
  return kind === "Constructor" ? 0 : isStatic === true ? 1 : 2;
}

function member(item) {
  const paragraphs = comment(item);
  const text = paragraphs.length === 0 ? "" : `  \n  ${paragraphs.join("\n\n").replaceAll("\n", "\n  ")}`;
  return `- \`${oneLine(signature(item))}\`${text}`.replace(/^ +$/gm, "");
}

function signature({ excerptTokens }) {
  const text = excerptTokens.map((token) => token.text).join("");
  return text
    .replace(/^export (declare )?/, "")
    .replace(/\s*;?\s*$/, "")
    .replace(/^readonly /, "");
}

/** A comment's text, then what it says by tags. */
function comment({ docComment = "" }) {
  const lines = docComment.replace(/^\/\*\*|\*\/\s*$/g, "").replace(/^ \* ?/gm, "");
  const [text = "", ...tags] = lines.split(/^@(?=[a-z])/m);
  const of = (name) => tags.filter((tag) => tag.startsWith(name)).map((tag) => oneLine(tag.slice(name.length)));
  const plain = text.trim().startsWith("Constructs a new instance of the") ? "" : text.trim();
  return [
    ...(plain === "" ? [] : [plain]),
    ...of("param").map((said) => said.replace(/^(\w+) - /, "`$1`: ")),
    ...of("returns").map((said) => `Gives ${said}`),
    ...of("default").map((said) => `Default: ${said.replace(/^- /, "")}`),
    ...of("throws").map((said) => `Throws ${said}`),
  ];
}

function oneLine(text) {
  return text.trim().replace(/\s+/g, " ");
}
