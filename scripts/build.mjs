import { buildChecks } from "./build-checks.mjs";
import { buildConstructs } from "./build-constructs.mjs";

buildConstructs();
await buildChecks();
