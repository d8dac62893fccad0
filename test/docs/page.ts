import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import GithubSlugger from "github-slugger";
import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { toString } from "mdast-util-to-string";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A fenced code block: its language, and what the rest of its first line says about it. */
export interface CodeBlock {
  readonly language: string;
  /** `file=x` is `{ file: "x" }`, and a bare word has the value "". */
  readonly marks: Readonly<Record<string, string>>;
  readonly text: string;
  /** Of its first line of text, counted from 1. */
  readonly line: number;
  readonly page: string;
}

export interface Link {
  readonly target: string;
  readonly line: number;
  readonly page: string;
}

export interface Page {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly blocks: readonly CodeBlock[];
  readonly links: readonly Link[];
  readonly anchors: ReadonlySet<string>;
  /** Paths of this repository that the text names as code. */
  readonly named: readonly string[];
}

/** All pages of the repository: the ones at its top, and all below docs. */
export function readPages(): Page[] {
  const top = readdirSync(ROOT).filter((name) => name.endsWith(".md"));
  const docs = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name));
  return [...top, ...docs].sort().map((path) => parsePage(path, readFileSync(join(ROOT, path), "utf8")));
}

/** Reads a page as GitHub does. */
export function parsePage(path: string, text: string): Page {
  const blocks: CodeBlock[] = [];
  const links: Link[] = [];
  const anchors = new Set<string>();
  const named: string[] = [];
  const slugger = new GithubSlugger();
  const visit = (node: Nodes): void => {
    const line = node.position?.start.line ?? 0;
    if (node.type === "heading") anchors.add(slugger.slug(toString(node)));
    else if (node.type === "inlineCode" && /^((bench|examples|lib|scripts|test)\/\S+|docs\/\S+\.md)$/.test(node.value))
      named.push(node.value);
    else if (node.type === "link" || node.type === "image" || node.type === "definition")
      links.push({ target: node.url, line, page: path });
    else if (node.type === "code")
      blocks.push({
        language: node.lang ?? "",
        marks: marksOf(node.meta ?? ""),
        text: node.value,
        line: line + 1,
        page: path,
      });
    if ("children" in node) for (const child of node.children) visit(child);
  };
  visit(fromMarkdown(text));
  return { path, blocks, links, anchors, named };
}

function marksOf(meta: string): Record<string, string> {
  return Object.fromEntries(
    meta
      .split(" ")
      .filter((word) => word !== "")
      .map((word) => {
        const [name = "", ...value] = word.split("=");
        return [name, value.join("=")];
      }),
  );
}

/** Pages that are generated, each with a test of its own that proves it current. Their code is no example to run. */
export function isGenerated(path: string): boolean {
  return path === join("docs", "api.md") || dirname(path) === join("docs", "rules");
}

/** What is wrong with a link of a page, or undefined. Addresses elsewhere are only looked at, not fetched. */
export function linkFault(
  { target, line, page }: Link,
  pages: ReadonlyMap<string, Page>,
  exists: (path: string) => boolean,
): string | undefined {
  const at = `${page}:${line}: "${target}"`;
  if (/^[a-z][a-z+.-]*:/i.test(target))
    return target.startsWith("https://") && URL.canParse(target) ? undefined : `${at} is no https address`;
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? page : join(dirname(page), decodeURI(file));
  if (path.startsWith("..")) return `${at} leaves the repository`;
  if (!exists(path)) return `${at} leads to ${relative(ROOT, join(ROOT, path))}, which is not there`;
  if (anchor !== undefined && !pages.get(path)?.anchors.has(anchor))
    return `${at}: ${basename(path)} has no heading #${anchor}`;
  return undefined;
}
