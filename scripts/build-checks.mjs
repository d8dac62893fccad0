import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build, transform } from "esbuild";
import ts from "typescript";
import { path, run } from "./paths.mjs";
import { thirdPartyLicenses } from "./third-party-licenses.mjs";

const SOURCES = path("checks");
const OUTPUT = path("dist/checks");
const ENTRIES = { index: "index.ts", vitest: "vitest.ts", cli: "../cli/main.ts" };

/** What a user of the package has installed; all else is bundled. */
const PEERS = ["cdktf", "constructs"];

/** The WebAssembly modules of the parser of `.tf` files, where they are in the package. */
const WASM = {
  runtime: { name: "web-tree-sitter.wasm", from: path("node_modules/web-tree-sitter/web-tree-sitter.wasm") },
  grammar: {
    name: "tree-sitter-terraform.wasm",
    from: join(SOURCES, "configuration/hcl/grammar/tree-sitter-terraform.wasm"),
  },
};

/**
 * The further entry points: the checks, their matcher and the command line.
 *
 * CommonJS, as a project of CDKTF's template can load nothing else and `import` takes it as well: two formats would be two
 * copies in one process. The parsers are bundled, because some of them are ESM only.
 */
export async function buildChecks() {
  rmSync(OUTPUT, { recursive: true, force: true });
  const { outputFiles, metafile } = await build({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(SOURCES, file)])),
    outdir: OUTPUT,
    bundle: true,
    // What the entry points share is in files of its own; esbuild splits ESM only, so CommonJS is made of that below.
    splitting: true,
    chunkNames: "chunk-[hash]",
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    target: "node20.19",
    external: PEERS.flatMap((peer) => [peer, `${peer}/*`]),
    plugins: [wasmOfThePackage],
    metafile: true,
    write: false,
    legalComments: "none",
    logLevel: "warning",
  });
  mkdirSync(OUTPUT, { recursive: true });
  for (const { path: file, text } of outputFiles) writeFileSync(file, await commonJs(text));
  for (const { name, from } of Object.values(WASM)) cpSync(from, join(OUTPUT, name));
  writeFileSync(path("THIRD-PARTY-LICENSES"), thirdPartyLicenses(Object.keys(metafile.inputs)));
  declareTypes();
}

const wasmOfThePackage = {
  name: "wasm-of-the-package",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]hcl[\\/]wasm-files\.ts$/ }, () => ({
      resolveDir: SOURCES,
      contents: `import { readFileSync } from "node:fs";
        const read = (name) => readFileSync(new URL(name, import.meta.url));
        export const wasmOfSources = () => ({
          runtime: read("./${WASM.runtime.name}"),
          grammar: read("./${WASM.grammar.name}"),
        });`,
    }));
  },
};

async function commonJs(esm) {
  const { code } = await transform(esm, {
    format: "cjs",
    platform: "node",
    target: "node20.19",
    define: { "import.meta.url": "importMetaUrl" },
    // Half of the bundles is other people's code; names stay, so that a stack trace can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    // Names stay, for the sake of stack traces.
    minifyWhitespace: true,
  });
  const [, hashbang = "", rest] = /^(#!.*\n)?([^]*)$/.exec(code);
  const url = 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;\n';
  return `${hashbang}"use strict";\n${code.includes("importMetaUrl") ? url : ""}${rest}`;
}

/** Declarations as TypeScript emits them: those that a user's import reaches, and no others. */
function declareTypes() {
  run("tsc", "-p", "scripts/tsconfig.checks.json");
  const reached = new Set();
  const visit = (file) => {
    if (reached.has(file)) return;
    reached.add(file);
    for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8"), true, true).importedFiles)
      if (fileName.startsWith(".")) visit(declarationOf(resolve(dirname(file), fileName)));
      else if (!PEERS.includes(fileName.split("/")[0]))
        throw new Error(`${relative(OUTPUT, file)} shows a type of ${fileName}, which users may not have installed`);
  };
  for (const entry of ["index.d.ts", "vitest.d.ts"]) visit(join(OUTPUT, entry));
  for (const { parentPath, name } of readdirSync(OUTPUT, { recursive: true, withFileTypes: true })) {
    const file = join(parentPath, name);
    if (name.endsWith(".d.ts") && !reached.has(file)) rmSync(file);
  }
}

function declarationOf(module) {
  const stem = module.replace(/\.js$/, "");
  const candidates = [`${stem}.d.ts`, join(stem, "index.d.ts")];
  const found = candidates.find((candidate) => ts.sys.fileExists(candidate));
  if (found === undefined) throw new Error(`No declaration of ${module}`);
  return found;
}
