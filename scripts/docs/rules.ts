import { mkdirSync, writeFileSync } from "node:fs";
import { pathOf, rulePages } from "./rule-pages.js";

mkdirSync(pathOf("docs/rules"), { recursive: true });
for (const [path, text] of rulePages()) writeFileSync(pathOf(path), text);
