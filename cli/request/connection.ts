import { formEncodeLiteral } from "../../lib/program/form-encoding.js";
import { isProxy, PROXIES_ALLOWED } from "../../lib/program/proxy.js";
import type { Given, Option } from "../options/option.js";
import { UsageError } from "../options/usage-error.js";
import { pathOf } from "./certificate.js";
import { wholeNumber } from "./whole-number.js";

/** An option of the way to the server. */
interface Row extends Option {
  /** The program's. */
  readonly argument: string;
  /** @throws UsageError */
  readonly read: (option: string, value: string) => string;
}

const ROWS: readonly Row[] = [
  {
    name: "connect-timeout",
    value: "SECONDS",
    help: "how long the connection may take, 1 to 3600 [10]",
    argument: "connect_timeout",
    read: seconds,
  },
  {
    name: "timeout",
    value: "SECONDS",
    help: "how long the whole request may take, with its retries, 1 to 3600 [30]",
    argument: "timeout",
    read: seconds,
  },
  {
    name: "retry",
    value: "TIMES",
    help: "makes a request again that may succeed the next time, up to so many times, 1 to 10 [not at all]",
    argument: "retry",
    read: (option, value) => wholeNumber(option, value, "numbers", 10),
  },
  {
    name: "ca-file",
    value: "PATH",
    help: "the certificates of a private CA, in PEM",
    argument: "tls.ca",
    read: pathOf,
  },
  {
    name: "minimum-tls-version",
    value: "VERSION",
    help: "the least version of TLS: 1.2 or 1.3 [1.2]",
    argument: "tls.least_version",
    read: tlsVersion,
  },
  {
    name: "proxy",
    value: "URL",
    help: "the proxy, without credentials [that of the environment]",
    argument: "proxy",
    read: proxy,
  },
  {
    name: "http1-only",
    help: "speaks HTTP/1.1, where a server or proxy fails with HTTP/2",
    argument: "http_version",
    read: () => "1.1",
  },
];

export const CONNECTION_OPTIONS: readonly Option[] = ROWS;

/** @throws UsageError */
export function connectionArguments(given: Given): string[] {
  return ROWS.filter(({ name }) => given.has(name)).map(
    ({ name, argument, read }) => `${argument}=${formEncodeLiteral(read(name, given.one(name) ?? ""))}`,
  );
}

function seconds(option: string, value: string): string {
  return wholeNumber(option, value, "seconds", 3600);
}

function tlsVersion(option: string, value: string): string {
  if (value !== "1.2" && value !== "1.3") throw new UsageError(`--${option}: allowed are 1.2 and 1.3.`);
  return value;
}

function proxy(option: string, value: string): string {
  if (value.includes("@"))
    throw new UsageError(
      `--${option}: the proxy has credentials (not repeated here), which the process list would show. Set https_proxy in the environment instead.`,
    );
  if (!isProxy(value)) throw new UsageError(`--${option}: this is not a proxy. ${PROXIES_ALLOWED}`);
  return value;
}
