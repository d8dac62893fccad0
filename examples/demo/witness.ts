import { encodingsIn, secretEncodings, tokenEncodings, type Encodings } from "../../test/audit/encodings";
import { LeakAudit } from "../../test/audit/leak-audit";
import { commandLines, openFiles } from "../../test/audit/processes";
import type { OAuthServer, TokenExchange } from "../../test/server/oauth-server";

interface Counted {
  readonly issued: number;
  readonly exchanges: number;
}

/** Watches one run of a stack: where the client's secret and the access tokens can be read. */
export class Witness {
  readonly audit: LeakAudit;
  /** A command line that holds the secret, as anybody on the machine can read it. */
  commandLine: string | undefined;
  readonly secret: string;
  readonly #tokensSeen = new Set<string>();
  readonly #server: OAuthServer;
  readonly #before: Counted;
  #after: Counted | undefined;

  constructor(secret: string, server: OAuthServer) {
    this.secret = secret;
    this.audit = new LeakAudit(secretEncodings(secret));
    this.#server = server;
    this.#before = { issued: server.issued.length, exchanges: server.exchanges.length };
  }

  /** To be called while a token request is under way. */
  async watchRequest(milliseconds: number): Promise<void> {
    this.commandLine ??= commandLines()
      .map(({ bytes }) => bytes.toString().replaceAll("\0", " ").trim())
      .find((line) => line.includes(this.secret));
    await this.audit.watchFor(milliseconds);
  }

  /** To be called while an API is called with an access token. */
  watchCall(): void {
    const tokens = this.#tokenEncodings();
    for (const { place, path, bytes } of [...commandLines(), ...openFiles()])
      if (encodingsIn(bytes, tokens).length > 0) this.#tokensSeen.add(`${path ?? place}: open`);
  }

  /** To be called when the run is over: what the server sees from then on is not of it. */
  end(): void {
    this.#after = { issued: this.#server.issued.length, exchanges: this.#server.exchanges.length };
  }

  /** Looks at what a run has printed. */
  output(title: string, text: string): void {
    this.audit.output(title, text);
    this.#lookForTokens((audit) => {
      audit.output(title, text);
    });
  }

  /** Looks at all that a run has left below a folder. */
  files(folder: string): void {
    this.audit.files(folder);
    this.#lookForTokens((audit) => {
      audit.files(folder);
    });
  }

  get issued(): readonly string[] {
    return this.#server.issued.slice(this.#before.issued, this.#after?.issued);
  }

  get exchanges(): readonly TokenExchange[] {
    return this.#server.exchanges.slice(this.#before.exchanges, this.#after?.exchanges);
  }

  /** In words, each once: such as "saved plan". */
  get secretIn(): string[] {
    return inWords(this.audit.findings);
  }

  get tokensIn(): string[] {
    return inWords([...this.#tokensSeen]);
  }

  #lookForTokens(look: (audit: LeakAudit) => void): void {
    const audit = new LeakAudit(this.#tokenEncodings());
    look(audit);
    for (const finding of audit.findings) this.#tokensSeen.add(finding);
  }

  #tokenEncodings(): Encodings {
    const all = this.issued.flatMap((token, index) =>
      Object.entries(tokenEncodings(token)).map(([name, form]) => [`${index} ${name}`, form] as const),
    );
    return Object.fromEntries(all);
  }
}

/** What an audit calls a place, and what a reader does. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^command line of /, "process list"],
  [/^(deleted )?file open in /, "open file"],
  [/(^|\/)terraform\.tfstate(\.backup)?: /, "state"],
  [/(^|\/)saved\.plan: /, "saved plan"],
  [/(^|\/)trace\.log: /, "TF_LOG=TRACE log"],
  [/(^|\/)(cdk\.tf\.json|main\.tf): /, "configuration"],
];

function inWords(findings: readonly string[]): string[] {
  return [...new Set(findings.map((finding) => placeOf(finding)))].sort();
}

function placeOf(finding: string): string {
  return PLACES.find(([place]) => place.test(finding))?.[1] ?? finding.replace(/: .*$/, "");
}
