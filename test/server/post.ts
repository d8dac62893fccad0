import { readFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { request as httpsRequest } from "node:https";
import type { ClientCertificate } from "./private-ca";
import type { TestClient } from "./test-server";

/** An environment for curl, of which the authority's file is read. */
export type Trust = Readonly<Record<string, string>>;

export interface SendOptions {
  readonly trust?: Trust;
  readonly headers?: Readonly<Record<string, string>>;
  readonly certificate?: ClientCertificate;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The body, read as JSON; undefined where it is none. */
  readonly json: unknown;
}

/** Sends a form without the program: to prove a server, or to get what a test begins with. */
export function post(
  url: string,
  fields: Readonly<Record<string, string>> | URLSearchParams,
  options: SendOptions = {},
): Promise<Answer> {
  const headers = { "content-type": "application/x-www-form-urlencoded", ...options.headers };
  return send(url, { ...options, headers, method: "POST", body: new URLSearchParams(fields).toString() });
}

export function get(url: string, options: SendOptions = {}): Promise<Answer> {
  return send(url, options);
}

/** Sends any request, to https with the trust that is given. */
export function send(
  url: string,
  {
    trust = {},
    headers = {},
    certificate,
    method = "GET",
    body,
  }: SendOptions & { method?: string; body?: string } = {},
): Promise<Answer> {
  const { CURL_CA_BUNDLE: authority } = trust;
  const options = {
    method,
    headers,
    agent: false,
    ...(authority !== undefined && { ca: readFileSync(authority) }),
    ...(certificate && { key: certificate.key, cert: certificate.cert }),
  };
  return new Promise((resolve, reject) => {
    const request = (url.startsWith("https:") ? httpsRequest : httpRequest)(url, options);
    request.on("error", reject);
    request.on("response", (response) => {
      let received = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (received += chunk));
      response.on("error", reject);
      response.on("end", () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: received,
          json: jsonOf(received),
        });
      });
    });
    request.end(body);
  });
}

/** How a client with a secret, or none, tells who it is: in the form, unless it uses Basic. */
export function asFields({ id, method, secret = "" }: TestClient): Record<string, string> {
  if (method === "client_secret_basic") return {};
  return method === "client_secret_post" ? { client_id: id, client_secret: secret } : { client_id: id };
}

export function asHeader({ id, method, secret = "" }: TestClient): Record<string, string> {
  if (method !== "client_secret_basic") return {};
  const pair = [id, secret].map(encodeURIComponent).join(":");
  return { authorization: `Basic ${Buffer.from(pair).toString("base64")}` };
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
