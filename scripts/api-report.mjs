import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { apiPage } from "./api-page.mjs";
import { path } from "./paths.mjs";

/** What the package exports, by the name of its report. */
const ENTRIES = {
  constructs: { types: "dist/lib/index.d.ts", from: "cdktf-oauth2-token" },
  checks: { types: "dist/checks/index.d.ts", from: "cdktf-oauth2-token/checks" },
  vitest: { types: "dist/checks/vitest.d.ts", from: "cdktf-oauth2-token/vitest" },
};

/** Files that say what users can name, by their paths in the repository: they are made of the declarations in dist. */
export function apiFiles() {
  const folder = mkdtempSync(join(tmpdir(), "api-"));
  try {
    const reports = Object.entries(ENTRIES).map(([name, { types }]) => [
      `test/package/api/${name}.api.md`,
      report(name, path(types), folder),
    ]);
    const models = Object.entries(ENTRIES).map(([name, { from }]) => {
      const { members } = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
      return { from, items: members.flatMap((entryPoint) => entryPoint.members) };
    });
    return { ...Object.fromEntries(reports), "docs/api.md": apiPage(models) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function report(name, types, folder) {
  const ignored = { default: { logLevel: ExtractorLogLevel.None } };
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: path("."),
      mainEntryPointFilePath: types,
      compiler: { tsconfigFilePath: path("tsconfig.json"), skipLibCheck: true },
      apiReport: { enabled: true, reportFileName: name, reportFolder: folder, reportTempFolder: join(folder, "new") },
      docModel: { enabled: true, apiJsonFilePath: join(folder, `${name}.json`) },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: "lf",
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // It judges the style of comments, which is jsii's here.
        extractorMessageReporting: ignored,
        tsdocMessageReporting: ignored,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: path("package.json"),
  });
  const { errorCount } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => {
      if (message.logLevel === ExtractorLogLevel.Error) process.stderr.write(`${message.text}\n`);
      message.handled = true;
    },
  });
  if (errorCount > 0) throw new Error(`No API report of ${types}: build first`);
  return withoutInternals(readFileSync(join(folder, `${name}.api.md`), "utf8"));
}

/** Members that jsii keeps in the declarations, but out of every other language: an underscore in front says so. */
function withoutInternals(text) {
  return text.replace(/^( +)\/\/ @internal.*\n(?:.*\{\n[^]*?^\1\}.*\n|.*\n)/gm, "");
}

if (process.argv[1] === path("scripts/api-report.mjs"))
  for (const [file, text] of Object.entries(apiFiles())) {
    mkdirSync(path(`${file}/..`), { recursive: true });
    writeFileSync(path(file), text);
  }
