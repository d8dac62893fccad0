import type { Block, Comment, WrittenAcknowledgement } from "../configuration.js";

const WRITTEN =
  /access-token-checks:[ \t]*acknowledge(?:[ \t]+([\w-]+))?(?:[ \t]+until[ \t]+([^\s:]+))?[ \t]*(?::[ \t]*(.*))?/;

/**
 * `# access-token-checks: acknowledge json-body until 2027-01-31: Their gateway takes nothing else (ABC-12).`
 * in a block or right above it. The date is optional; what is missing is for the report to complain about.
 */
export function acknowledgementsIn(comments: readonly Comment[], blocks: readonly Block[]): WrittenAcknowledgement[] {
  const owners = new Map<Comment, Block>();
  for (const block of blocks) for (const comment of block.comments) owners.set(comment, block);
  return comments.flatMap((comment) =>
    comment.text.split("\n").flatMap((line) => {
      const match = WRITTEN.exec(line.slice(0, 2000));
      if (!match) return [];
      const block = owners.get(comment);
      const reason = match[3]?.replace(/\*\/\s*$/, "").trim();
      return [
        {
          id: match[1],
          reason: reason === "" ? undefined : reason,
          ...(match[2] !== undefined && { until: match[2] }),
          ...(block && { block }),
          place: comment.place,
        },
      ];
    }),
  );
}
