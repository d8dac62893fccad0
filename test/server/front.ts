import {
  createServer as createHttpServer,
  request,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { readFileSync } from "node:fs";
import { TLSSocket } from "node:tls";
import type { PrivateCa } from "./private-ca";

/** A request as it was sent. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** One character a byte. */
  readonly body: string;
  /** The fields of a form, decoded. */
  readonly form: URLSearchParams;
}

/** What the server behind answered. */
export interface SeenAnswer {
  readonly path: string;
  readonly status: number;
  readonly body: string;
}

/** Answers in place of the server and gives true, or leaves the request to it. */
export type Interception = (seen: SeenRequest, response: ServerResponse) => boolean | Promise<boolean>;

export interface FrontOptions {
  readonly tls?: PrivateCa;
  readonly demandsClientCertificate?: boolean;
  readonly intercept?: Interception;
}

/** Where TLS ends, on loopback: it is up before the server behind it, which can so be told its own address. */
export interface Front {
  readonly origin: string;
  readonly trust: Readonly<Record<string, string>>;
  readonly requests: readonly SeenRequest[];
  /** What the server behind has answered so far. */
  readonly answers: readonly SeenAnswer[];
  /** Passes on to a server on this port of loopback from now on. */
  passTo(port: number): void;
  close(): Promise<void>;
}

/** A client's certificate, for the server behind: RFC 9440 has the first header's name and form. */
export const CLIENT_CERTIFICATE = "client-cert";
/** "SUCCESS" where it is of the authority, in nginx's words. */
export const CERTIFICATE_VERIFIED = "x-ssl-client-verify";

export async function startFront(options: FrontOptions): Promise<Front> {
  const { tls, intercept } = options;
  const requests: SeenRequest[] = [];
  const answers: SeenAnswer[] = [];
  let behind: number | undefined;

  const answer = async (incoming: IncomingMessage, response: ServerResponse) => {
    const body = await bytesOf(incoming);
    const seen = seenRequest(incoming, body);
    requests.push(seen);
    if (await intercept?.(seen, response)) return;
    if (behind === undefined) response.writeHead(503).end();
    else passOn(incoming, body, behind, response, (answer) => answers.push(answer));
  };

  const certificates = tls && {
    key: tls.key,
    cert: tls.cert,
    ca: readFileSync(tls.caFile),
    requestCert: true,
    rejectUnauthorized: options.demandsClientCertificate ?? false,
  };
  const server = certificates ? createHttpsServer(certificates) : createHttpServer();
  server.on("request", (incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      // A client that goes away in the middle of its request gets no answer; any other fault is a test's own.
      if (!response.headersSent && !response.destroyed) response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `${tls ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    trust: tls ? { CURL_CA_BUNDLE: tls.caFile } : {},
    requests,
    answers,
    passTo: (port) => {
      behind = port;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function seenRequest({ method = "", url = "", headers }: IncomingMessage, bytes: Buffer): SeenRequest {
  const isForm = headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  return {
    method,
    path: url,
    headers,
    body: bytes.toString("latin1"),
    form: new URLSearchParams(isForm ? bytes.toString("latin1") : ""),
  };
}

function passOn(
  incoming: IncomingMessage,
  body: Buffer,
  port: number,
  response: ServerResponse,
  record: (answer: SeenAnswer) => void,
): void {
  const { method, url: path = "" } = incoming;
  const onward = request({ host: "127.0.0.1", port, method, path, headers: forwardedHeaders(incoming), agent: false });
  onward.on("response", (answered) => {
    const chunks: Buffer[] = [];
    answered.on("data", (chunk: Buffer) => chunks.push(chunk));
    answered.on("end", () => {
      const text = Buffer.concat(chunks).toString("utf8");
      record({ path, status: answered.statusCode ?? 502, body: text });
    });
    response.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
    answered.pipe(response);
  });
  onward.on("error", () => {
    if (response.headersSent) response.destroy();
    else response.writeHead(502).end();
  });
  onward.end(body);
}

/** What a client itself says in these headers is not passed on. */
function forwardedHeaders({ headers, socket }: IncomingMessage): OutgoingHttpHeaders {
  const forwarded: OutgoingHttpHeaders = {
    ...headers,
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": headers.host ?? "",
  };
  for (const name of [CLIENT_CERTIFICATE, CERTIFICATE_VERIFIED]) Reflect.deleteProperty(forwarded, name);
  if (!(socket instanceof TLSSocket)) return { ...forwarded, "x-forwarded-proto": "http" };
  // Node gives an empty object where there is none.
  const { raw } = socket.getPeerCertificate() as { raw?: Buffer };
  return {
    ...forwarded,
    "x-forwarded-proto": "https",
    ...(raw && {
      [CLIENT_CERTIFICATE]: `:${raw.toString("base64")}:`,
      [CERTIFICATE_VERIFIED]: socket.authorized ? "SUCCESS" : "FAILED",
    }),
  };
}
