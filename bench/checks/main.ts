import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { benchChecks } from "./checks.js";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

void benchChecks().then((page) => {
  mkdirSync(path("../../docs/bench"), { recursive: true });
  writeFileSync(path("../../docs/bench/checks.md"), page);
  console.log(page);
});
