import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  AccessTokenRequest,
  ClientAuthentication,
  EphemeralAccessToken,
  ExternalAccessToken,
  LocalExecAccessToken,
  Secret,
  TokenEndpoint,
} from "cdktf-oauth2-token";
import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { GRANTS as GRANTS_OF_REQUEST } from "../cli/request/grants";
import { METHODS as METHODS_OF_REQUEST } from "../cli/request/methods";
import { GRANTS, METHODS } from "./grant-cases";
import { argumentsOf, emptyStack, failureOf, synthesized } from "./requests";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const tokenEndpoint = TokenEndpoint.fromUrl("https://example.com/token");
const of = (name: string) => Secret.fromEnvironment(name);
interface Row {
  readonly factory: string;
  readonly name?: string;
  readonly grantType?: string;
}

/** What every example of a grant has; an extension has any grant type. */
function grantArgument({ grantType = "" }: Row): string {
  return `"form.grant_type=${encodeURIComponent(grantType)}`;
}

/** The sections to which the rows of a factory link, from "## " to the next one. */
function linkedSections(page: string, factory: string): string {
  const rows = readFileSync(`${ROOT}docs/${page}.md`, "utf8").matchAll(new RegExp(`^\\| \`${factory}\\(.*`, "gm"));
  const links = [...rows].flatMap(([row]) => [...row.matchAll(/\]\(([\w.-]*)#([\w-]+)\)/g)]);
  return links
    .flatMap(([, file = "", anchor]) => {
      const sections = readFileSync(`${ROOT}docs/${file === "" ? `${page}.md` : file}`, "utf8").split(/^## /m);
      return sections.filter((section) => /^.*/.exec(section)?.[0].toLowerCase().replaceAll(" ", "-") === anchor);
    })
    .join("\n");
}

/** The rows of all files of a folder of lib, but for the one that says what a row is. */
async function rowsOf(folder: string, but: string): Promise<[file: string, row: Row | undefined][]> {
  const files = readdirSync(`${ROOT}lib/${folder}`).map((name) => name.replace(/\.ts$/, ""));
  const rows = await Promise.all(
    files
      .filter((file) => file !== but)
      .map(async (file) => {
        const exported = Object.values((await import(`../lib/${folder}/${file}.ts`)) as Record<string, Partial<Row>>);
        const own = exported.filter((row): row is Row => row.factory !== undefined);
        return (own.length === 0 ? [undefined] : own).map((row): [string, Row | undefined] => [file, row]);
      }),
  );
  return rows.flat();
}

const PROGRAM = readFileSync(`${ROOT}lib/program/files/client-authentication.awk`, "utf8");

describe.each([
  {
    folder: "grants",
    but: "grant",
    cases: GRANTS,
    of: AccessTokenRequest,
    page: "access-token-request",
    argument: grantArgument,
    command: ({ grantType }: Row) => GRANTS_OF_REQUEST.some((grant) => grant.grantType === grantType),
    program: () => true,
  },
  {
    folder: "client-authentications",
    but: "method",
    cases: METHODS,
    of: ClientAuthentication,
    page: "client-authentication",
    argument: ({ name = "" }: Row) => `client_authentication=${name}"`,
    command: ({ name }: Row) => METHODS_OF_REQUEST.some(({ argument }) => argument === name),
    program: ({ name = "" }: Row) => PROGRAM.includes(`method == "${name}"`),
  },
])("each file of lib/$folder", ({ folder, but, cases, of, page, argument, command, program }) => {
  it("is known wherever it has to be", async () => {
    const text = readFileSync(`${ROOT}docs/${page}.md`, "utf8");
    const known = Object.keys(cases).map((name) => name.replace(/,.*/, ""));
    const rows = await rowsOf(folder, but);
    const missing = rows.flatMap(([file, row]) => {
      const path = `lib/${folder}/${file}.ts`;
      if (row === undefined) return [`${path}: it exports no row with a factory, see ${but}.ts`];
      const { factory } = row;
      const places: [isThere: boolean, place: string][] = [
        [factory in of, `lib/${page}.ts has no static ${factory}(...)`],
        [known.includes(file), `test/grant-cases.ts has no case "${file}"`],
        [program(row), "lib/program/files/client-authentication.awk does not know it"],
        [command(row), `cli/request/${folder === "grants" ? "grants" : "methods"}.ts has no row for it`],
        [text.includes(`| \`${factory}(`), `docs/${page}.md has no row | \`${factory}(...)\` in its table`],
        [
          linkedSections(page, factory).includes(argument(row)),
          `the section to which its row in docs/${page}.md links has no synthesized JSON with ${argument(row)}`,
        ],
      ];
      return places.flatMap(([isThere, place]) => (isThere ? [] : [`${path}: ${place}`]));
    });
    expect(missing).toEqual([]);
    expect(known.filter((name) => !rows.some(([file]) => file === name))).toEqual([]);
  });

  it.each(Object.entries(cases))("%s sends what it says", (_, { request, arguments: sent }) => {
    const stack = emptyStack();
    new ExternalAccessToken(stack, "token", { request: request(tokenEndpoint) });
    const words = synthesized(stack).data.external["token"]?.program ?? [];
    expect([...argumentsOf(words)]).toEqual([
      ["token_endpoint", "https://example.com/token"],
      ...sent,
      ["retry", "3"],
      ["output", "json"],
    ]);
  });
});

describe("several secrets of a request", () => {
  const twoVariables = (Construct: typeof LocalExecAccessToken | typeof EphemeralAccessToken) => {
    const stack = emptyStack();
    const request = AccessTokenRequest.password({
      tokenEndpoint,
      clientAuthentication: ClientAuthentication.clientSecretBasic("id", Secret.ephemeralVariable(stack, "one")),
      username: "user",
      password: Secret.ephemeralVariable(stack, "two"),
    });
    new Construct(stack, "token", { request });
    return stack;
  };

  it("travel in a provisioner's environment, each by its slot", () => {
    const [provisioner] =
      synthesized(twoVariables(LocalExecAccessToken)).resource.null_resource["token"]?.provisioner ?? [];
    expect(provisioner?.["local-exec"].environment).toEqual({
      ACCESS_TOKEN_REQUEST_CLIENT_SECRET: "${urlencode(var.one)}",
      ACCESS_TOKEN_REQUEST_PASSWORD: "${urlencode(var.two)}",
    });
  });

  it("travel on standard input, a line each", () => {
    const { ephemeral } = synthesized(twoVariables(EphemeralAccessToken)) as unknown as {
      ephemeral: { local_command: Record<string, { arguments: string[]; stdin: string }> };
    };
    const { arguments: words = [], stdin } = ephemeral.local_command["token"] ?? {};
    expect(stdin).toBe("client_secret=${urlencode(var.one)}\npassword=${urlencode(var.two)}");
    expect(words).toEqual(expect.arrayContaining(["client_secret.source=stdin", "password.source=stdin"]));
  });

  it("are each refused where they are unmarked, or would be in state", () => {
    const stack = emptyStack();
    const request = AccessTokenRequest.jwtBearer({
      tokenEndpoint,
      assertion: Secret.fromVariable(new TerraformVariable(stack, "jwt", {})),
    });
    expect(() => new ExternalAccessToken(stack, "external", { request })).toThrow(
      "stack/external: the assertion is a Terraform variable, which a data source would write into state.",
    );
    new LocalExecAccessToken(stack, "verify", { request });
    expect(failureOf(stack)).toContain('stack/verify: the variable "stack/jwt" is not sensitive');
  });
});

describe("what a grant sets is refused among the parameters", () => {
  const jwt = { tokenEndpoint, assertion: of("JWT") };

  it.each(["assertion", "grant_type", "client_secret", "scope"])("%s, as a secret too", (name) => {
    expect(() => AccessTokenRequest.jwtBearer({ ...jwt, secretParameters: { [name]: of("X") } })).toThrow(
      `the parameter "${name}" is reserved`,
    );
  });

  it("a secret of another grant only where it would be in the synthesized text", () => {
    expect(() => AccessTokenRequest.jwtBearer({ ...jwt, parameters: { password: "x" } })).toThrow(
      'the parameter "password" is reserved: it is a secret, and would be in the synthesized text',
    );
    expect(() => AccessTokenRequest.jwtBearer({ ...jwt, secretParameters: { password: of("X") } })).not.toThrow();
    expect(() =>
      AccessTokenRequest.jwtBearer({ ...jwt, parameters: { pin: "x" }, secretParameters: { PIN: of("X") } }),
    ).toThrow('the parameter "PIN" is given twice, as "pin" too');
  });

  it("an actor token without its type", () => {
    expect(() =>
      AccessTokenRequest.tokenExchange({
        tokenEndpoint,
        subjectToken: of("S"),
        subjectTokenType: "urn:ietf:params:oauth:token-type:jwt",
        actorToken: of("A"),
      }),
    ).toThrow("only one of actorToken and actorTokenType is given. Give both, or neither");
  });

  it("an empty grant type", () => {
    expect(() => AccessTokenRequest.extension("", { tokenEndpoint })).toThrow("the grant type is empty");
    expect(() => AccessTokenRequest.extension({ tokenEndpoint } as never, {} as never)).toThrow(
      /the grant type is a plain object.*\n.*tokenEndpoint is missing/,
    );
  });
});
