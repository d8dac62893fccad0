/** A library that makes requests, or what programs call a client of one. */
export interface RequestLibrary {
  readonly name: string;
  readonly language: "Python" | "JavaScript";
  /** Its calls take the body before the options. */
  readonly bodyFirst?: true;
  /** Gives an answer to whatever status. */
  readonly takesAnyStatus?: true;
  /** Sends an object as it is, without making JSON of it. */
  readonly sendsAsIs?: true;
  readonly source: string;
}

const REQUESTS = "https://requests.readthedocs.io/en/latest/user/advanced/";
const HTTPX = "https://www.python-httpx.org/advanced/clients/";
const AXIOS = "https://axios-http.com/docs/instance";
const NODE = "https://nodejs.org/api/";
const FETCH = "https://developer.mozilla.org/docs/Web/API/Fetch_API/Using_Fetch";

export const REQUEST_LIBRARIES: readonly RequestLibrary[] = [
  ...["requests", "session", "s"].map((name) => ({ name, language: "Python" as const, source: REQUESTS })),
  ...["httpx", "client"].map((name) => ({ name, language: "Python" as const, source: HTTPX })),
  { name: "http", language: "Python", source: "https://urllib3.readthedocs.io/en/stable/user-guide.html" },

  ...["axios", "instance", "api", "client", "http"].map((name) => ({
    name,
    language: "JavaScript" as const,
    bodyFirst: true as const,
    source: AXIOS,
  })),
  { name: "got", language: "JavaScript", sendsAsIs: true, source: "https://github.com/sindresorhus/got" },
  { name: "ky", language: "JavaScript", sendsAsIs: true, source: "https://github.com/sindresorhus/ky" },
  { name: "superagent", language: "JavaScript", source: "https://github.com/ladjs/superagent" },
  { name: "request", language: "JavaScript", takesAnyStatus: true, source: "https://github.com/request/request" },
  {
    name: "needle",
    language: "JavaScript",
    takesAnyStatus: true,
    sendsAsIs: true,
    source: "https://github.com/tomas/needle",
  },
  { name: "undici", language: "JavaScript", takesAnyStatus: true, source: "https://undici.nodejs.org/" },
  { name: "fetch", language: "JavaScript", takesAnyStatus: true, sendsAsIs: true, source: FETCH },
  ...["http", "https"].map((module) => ({
    name: `${module}.request`,
    language: "JavaScript" as const,
    takesAnyStatus: true as const,
    sendsAsIs: true as const,
    source: `${NODE}${module}.html`,
  })),
];

/** The library of JavaScript that is called so. */
export const libraryNamed = (name: string): RequestLibrary | undefined =>
  REQUEST_LIBRARIES.find((row) => row.language === "JavaScript" && row.name === name);

const CLIENTS = new Set(REQUEST_LIBRARIES.filter(({ language }) => language === "Python").map(({ name }) => name));

/** Whether a call of `get` is one of a client, and not a look into a mapping. */
export const isRequestClient = (symbol: string): boolean => CLIENTS.has(/^\w*/.exec(symbol.toLowerCase())?.[0] ?? "");
