import { readPages } from "../../docs/page";

const PAGE = "docs/servers.md";

/** The arguments of each construct that the page shows. `npm run test` compares them with what its TypeScript synthesizes. */
export function documentedArguments(): ReadonlyMap<string, readonly string[]> {
  const page = readPages().find(({ path }) => path === PAGE);
  const shown = (page?.blocks ?? []).flatMap(({ marks, text }) =>
    "synthesized" in marks ? Object.entries((JSON.parse(text) as Shown).ephemeral.local_command) : [],
  );
  return new Map(
    shown.map(
      ([
        id,
        {
          arguments: [, ...args],
        },
      ]) => [id, args],
    ),
  );
}

interface Shown {
  readonly ephemeral: { readonly local_command: Readonly<Record<string, { readonly arguments: readonly string[] }>> };
}
