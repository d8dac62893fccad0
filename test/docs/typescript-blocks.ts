import { join } from "node:path";
import ts from "typescript";
import { ROOT, type CodeBlock } from "./page";

/** A block, with the blocks that it goes on from, as a module. */
export interface Module {
  readonly block: CodeBlock;
  readonly file: string;
  readonly source: string;
  /** The line of the page that a line of the source stands on; both from 0. */
  readonly pageLine: (line: number) => number;
}

const CONSTRUCTS = [
  "AccessTokenRequest",
  "ClientAuthentication",
  "EphemeralAccessToken",
  "ExternalAccessToken",
  "JwtAlgorithm",
  "LocalExecAccessToken",
  "Retry",
  "Secret",
  "SignedJwt",
  "TokenEndpoint",
  "TokenRevocation",
];

/** What a block that imports nothing finds around it: the constructor of a stack, with a request to use. */
const AROUND = `
import { ${CONSTRUCTS.join(", ")} } from "cdktf-oauth2-token";
import { AccessTokenChecks } from "cdktf-oauth2-token/checks";
import { App, Fn, TerraformIterator, TerraformOutput, TerraformStack, TerraformVariable, Token } from "cdktf";
import { DataExternal } from "@cdktf/provider-external/lib/data-external";
import { DataHttp } from "@cdktf/provider-http/lib/data-http";
import { HttpProvider } from "@cdktf/provider-http/lib/provider";
import { NullProvider } from "@cdktf/provider-null/lib/provider";
import { Resource } from "@cdktf/provider-null/lib/resource";
import { AnyProvider, AnyResource } from "../../examples/any-provider";
import type { Construct } from "constructs";
import { expect } from "vitest";
import "cdktf-oauth2-token/vitest";
class SomethingExpensive extends Resource {}
class SomeProvider extends AnyProvider {
  constructor(scope: Construct, id: string, attributes: { token: string }) {
    super(scope, id, { name: "some", source: "example.test/some/some", version: "1.0.0", attributes });
  }
}
export class Page extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const app = new App();
    const stack = this;
    const request = AccessTokenRequest.clientCredentials({
      tokenEndpoint: TokenEndpoint.cxoneAuthorizationApi(),
      clientAuthentication: ClientAuthentication.clientSecretPost("abc123", Secret.fromEnvironment("CXONE_CLIENT_SECRET")),
      scopes: ["urn:nice:cxone:platform:api"],
    });
    {
`.trimStart();

/**
 * The TypeScript blocks of a page as modules. A block marked "continued" goes on from the one before it; one that is a
 * part of a file is compiled there.
 */
export function modulesOf(blocks: readonly CodeBlock[]): Module[] {
  let before: CodeBlock[] = [];
  return blocks
    .filter(({ language, marks }) => language === "ts" && !("file" in marks))
    .map((block) => {
      before = "continued" in block.marks ? [...before, block] : [block];
      return moduleOf(before);
    });
}

function moduleOf(blocks: readonly CodeBlock[]): Module {
  const block = blocks.at(-1);
  if (!block) throw new Error("a module has a block");
  const text = blocks.map((each) => each.text).join("\n");
  const around = /^import /m.test(text) ? ["", "\nexport {};\n"] : [AROUND, "\n}\n}\n}\n"];
  const pageLines = blocks.flatMap((each) => each.text.split("\n").map((_, index) => each.line - 1 + index));
  const first = (around[0] ?? "").split("\n").length - 1;
  return {
    block,
    file: join(ROOT, "test", "docs", `${block.page.replace(/\W/g, "-")}-${block.line}.ts`),
    source: `${around[0] ?? ""}${text}${around[1] ?? ""}`,
    pageLine: (line) => pageLines[line - first] ?? block.line - 1,
  };
}

/** What the compiler says of the modules, by the page's own lines. All are compiled as one program. */
export function compilerFaults(modules: readonly Module[]): string[] {
  const { config } = ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, ROOT);
  // An example shows how a value is made, and leaves its use to the reader.
  const host = ts.createCompilerHost({ ...options, noUnusedLocals: false, noUnusedParameters: false });
  const sources = new Map(modules.map(({ file, source }) => [file, source]));
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.readFile = (path) => sources.get(path) ?? readFile(path);
  const program = ts.createProgram({
    rootNames: [...sources.keys()],
    options: { ...options, noUnusedLocals: false, noUnusedParameters: false },
    host,
  });
  return modules.flatMap((module) => {
    const file = program.getSourceFile(module.file);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((diagnostic) => {
      const { line } = ts.getLineAndCharacterOfPosition(file as ts.SourceFile, diagnostic.start ?? 0);
      const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
      return `${module.block.page}:${module.pageLine(line) + 1}: ${text}`;
    });
  });
}
