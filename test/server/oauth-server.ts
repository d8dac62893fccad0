import { createServer as createHttpServer, IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { createProvider, REVOCATION } from "./oidc-provider";
import { ProtectedApi, type Note } from "./protected-api";
import { SCOPE } from "./test-server";

/** A client that the server knows. */
export interface OAuthClient {
  readonly id: string;
  /** RFC 6749's VSCHAR only: the server takes no other characters in a secret. */
  readonly secret: string;
  readonly method: "client_secret_post" | "client_secret_basic";
}

export interface OAuthServerOptions {
  readonly clients: readonly OAuthClient[];
  /** Serves https with this certificate. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /**
   * The lifetime of an access token in seconds; asked for each of them, where it is a function.
   *
   * @default 3600
   */
  readonly lifetimeSeconds?: number | (() => number);
  /** Is awaited before a token request is answered, so that a test can look around meanwhile. */
  readonly hold?: () => Promise<void>;
  /** Is called before the API answers. */
  readonly whileApiIsCalled?: () => void;
}

/** A token request as it arrived, and what was answered. */
export interface TokenExchange {
  readonly contentType: string;
  readonly body: string;
  readonly status: number;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** A certified OpenID Connect server on loopback, and an API that takes the access tokens it has issued. */
export interface OAuthServer {
  readonly tokenEndpoint: string;
  readonly revocationEndpoint: string;
  /** Answers 200 to a GET with an access token of this server, 401 without one. */
  readonly api: string;
  /** The content types of the token requests so far. */
  readonly tokenRequests: string[];
  /** The token requests that were answered so far. */
  readonly exchanges: readonly TokenExchange[];
  /** The access tokens issued so far. */
  readonly issued: string[];
  /** The statuses that the API has answered with so far. */
  readonly apiAnswers: readonly number[];
  /** The notes that are kept there, at `<api>/notes`. */
  readonly notes: ReadonlyMap<string, Note>;
  close(): Promise<void>;
}

export { SCOPE };

/** Keeps its body, byte for byte, for whoever wants to see it after the server has read it. */
class KeptRequest extends IncomingMessage {
  readonly #body: Buffer[] = [];

  override push(chunk: Buffer | null): boolean {
    if (chunk !== null) this.#body.push(chunk);
    return super.push(chunk);
  }

  get body(): string {
    return Buffer.concat(this.#body).toString();
  }
}

export async function startOAuthServer(options: OAuthServerOptions): Promise<OAuthServer> {
  const kept = { IncomingMessage: KeptRequest };
  const server = options.tls ? createHttpsServer({ ...options.tls, ...kept }) : createHttpServer(kept);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `${options.tls ? "https" : "http"}://127.0.0.1:${port}`;
  const provider = await createProvider(origin, options);
  const exchanges: TokenExchange[] = [];
  provider.use(async ({ req, request, response }, next) => {
    await next();
    if (request.path !== "/token" || !(req instanceof KeptRequest)) return;
    const { status, body: answer } = response as { status: number; body: TokenExchange["answer"] };
    exchanges.push({ contentType: req.headers["content-type"] ?? "", body: req.body, status, answer });
  });
  const oauth = provider.callback();
  const tokenRequests: string[] = [];
  const issued: string[] = [];
  const api = new ProtectedApi(async (token) => {
    const issued = await provider.ClientCredentials.find(token);
    // The server still finds a token for a while after it has expired.
    return issued?.isValid ? { client: issued.clientId ?? "", scope: issued.scope ?? "" } : undefined;
  });
  // The server names an opaque token by itself.
  provider.on("client_credentials.saved", (token) => issued.push(token.jti));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith("/api")) {
      options.whileApiIsCalled?.();
      await api.answer(request, response);
      return;
    }
    if (request.url === "/token") {
      tokenRequests.push(request.headers["content-type"] ?? "");
      await options.hold?.();
    }
    await oauth(request, response);
  };
  server.on("request", (request, response) => void answer(request, response));
  return {
    tokenEndpoint: `${origin}/token`,
    revocationEndpoint: origin + REVOCATION,
    api: `${origin}/api`,
    tokenRequests,
    exchanges,
    issued,
    apiAnswers: api.answers,
    notes: api.notes,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
