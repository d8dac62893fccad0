import { buildConstructs } from "./build-constructs.mjs";

buildConstructs();
