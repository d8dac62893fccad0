import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { apply } from "./apply";
import { ratios, spread, type Comparison } from "./measure";
import { plot } from "./plot";
import { request } from "./request";
import { synthesis } from "./synthesis";

/** Measures all, or what is named: `npm run bench -- request`. Writes a table and a plot of each to docs/bench. */
const BENCHES: Record<string, { title: string; against: string; run: () => Promise<Comparison[]> }> = {
  request: { title: "One token request", against: "a bare curl that makes the same POST on loopback", run: request },
  synthesis: { title: "Synthesis", against: "the same resources by hand, with CDKTF's own constructs", run: synthesis },
  apply: { title: "Apply", against: "a curl heredoc in local-exec", run: apply },
};
const CHECKS = fileURLToPath(new URL("checks/main.ts", import.meta.url));

const docs = new URL("../docs/bench/", import.meta.url);

async function main(named: string[]): Promise<void> {
  const known = [...Object.keys(BENCHES), ...(existsSync(CHECKS) ? ["checks"] : [])];
  const unknown = named.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`No such measurement: ${unknown.join(", ")}. Known: ${known.join(", ")}.`);
  mkdirSync(docs, { recursive: true });
  for (const name of named.length > 0 ? named : known) {
    const bench = BENCHES[name];
    if (bench) {
      const comparisons = await bench.run();
      if (comparisons.length > 0) write(name, bench, comparisons);
    } else spawnSync("npx", ["--no-install", "tsx", CHECKS], { stdio: "inherit" });
  }
}

function write(name: string, bench: { title: string; against: string }, comparisons: Comparison[]): void {
  const title = `${bench.title}, as a ratio to ${bench.against}`;
  writeFileSync(new URL(`${name}.svg`, docs), plot(title, comparisons));
  const rows = comparisons.map((one) => {
    const { low, median, high } = spread(ratios(one));
    const [ours, theirs] = [0, 1].map((i) => spread(one.pairs.map((pair) => pair[i] ?? Number.NaN)).median.toFixed(1));
    return `| ${one.title} | ${median.toFixed(2)} | ${low.toFixed(2)} to ${high.toFixed(2)} | ${one.aim ?? ""} | ${one.pairs.length} | ${ours} ms | ${theirs} ms |`;
  });
  const text = [
    `# ${title}`,
    "",
    `Written by \`npm run bench -- ${name}\`. ${machine()}`,
    "",
    `![Each pair's ratio, and the median](${name}.svg)`,
    "",
    "| what | median ratio | quartiles | aim | pairs | its median | the other's median |",
    "|---|---|---|---|---|---|---|",
    ...rows,
    "",
  ];
  writeFileSync(new URL(`${name}.md`, docs), text.join("\n"));
}

function machine(): string {
  const version = (command: string, args: string[]) =>
    spawnSync(command, args, { encoding: "utf8" }).stdout.split("\n")[0]?.split(" ").slice(0, 3).join(" ") ?? "unknown";
  return `Measured with ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.version}, ${version("curl", ["-V"])}, awk: ${version("awk", ["-W", "version"])}.`;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
