import { concrete, literal, sketch, slice, hole, type SymbolicString } from "../values/symbolic-string.js";
import type { BodyPart, Channel, Header } from "../requests/request.js";
import type { Input } from "./request-input.js";

/** What curl is asked to do; `--next` begins another. */
export interface Transfer {
  urls: { value: SymbolicString; channel: Channel }[];
  method: string | undefined;
  body: BodyPart[];
  headers: Header[];
  basicAuth: { value: SymbolicString; channel: Channel } | undefined;
  insecure: string | undefined;
  verbose: string | undefined;
  followsRedirects: string | undefined;
  failsOnError: boolean;
  get: boolean;
  output: SymbolicString | undefined;
  writeOut: string;
}

export const newTransfer = (): Transfer => ({
  urls: [],
  method: undefined,
  body: [],
  headers: [],
  basicAuth: undefined,
  insecure: undefined,
  verbose: undefined,
  followsRedirects: undefined,
  failsOnError: false,
  get: false,
  output: undefined,
  writeOut: "",
});

/** An option as it was given. */
interface Given {
  readonly transfer: Transfer;
  readonly value: SymbolicString;
  readonly channel: Channel;
  readonly input: Input;
}

type Effect = (given: Given) => void;

/** `@` reads a file. */
const data =
  (more: Partial<BodyPart> = {}): Effect =>
  ({ transfer, value, channel, input }) => {
    transfer.body.push({ ...input.atFile(value, channel), formEncodes: false, ...more });
  };

const dataRaw: Effect = ({ transfer, value, channel }) => {
  transfer.body.push({ content: value, channel, formEncodes: false });
};

const urlencoded: Effect = ({ transfer, value, channel, input }) => {
  transfer.body.push({ ...input.urlencoded(value, channel), formEncodes: true });
};

/** A part of multipart/form-data. */
const form: Effect = ({ transfer, value, channel, input }) => {
  const equals = sketch(value).indexOf("=");
  const source = input.atFile(slice(value, equals + 1), channel, /^[@<]/);
  const content = [...slice(value, 0, equals + 1), ...source.content];
  transfer.body.push({ content, channel: source.channel, formEncodes: true });
};

/** `--form-string` reads no file. */
const formString: Effect = ({ transfer, value, channel }) => {
  transfer.body.push({ content: value, channel, formEncodes: true });
};

const header: Effect = ({ transfer, value, channel, input }) => {
  const source = input.atFile(value, channel);
  for (const line of input.lines(source.content)) transfer.headers.push(headerOf(line, source.channel));
};

/** Sets what needs nothing of the option's value. */
const set =
  (change: Partial<Transfer>): Effect =>
  ({ transfer }) => {
    Object.assign(transfer, change);
  };

/** What each option that matters to a request changes. */
const EFFECTS: ReadonlyMap<string, Effect> = new Map<string, Effect>([
  ["data", data()],
  ["data-ascii", data()],
  ["data-binary", data()],
  ["json", data({ json: true })],
  ["data-raw", dataRaw],
  ["data-urlencode", urlencoded],
  ["form", form],
  ["form-string", formString],
  [
    "url-query",
    (given) => {
      urlencoded(given);
      given.transfer.get = true;
    },
  ],
  ["header", header],
  [
    "user",
    ({ transfer, value, channel }) => {
      transfer.basicAuth = { value, channel };
    },
  ],
  [
    "oauth2-bearer",
    ({ transfer, value, channel }) => {
      transfer.headers.push({ name: "Authorization", value: [literal("Bearer "), ...value], channel });
    },
  ],
  [
    "request",
    ({ transfer, value }) => {
      transfer.method = concrete(value)?.toUpperCase() ?? sketch(value);
    },
  ],
  [
    "url",
    ({ transfer, value, channel }) => {
      transfer.urls.push({ value, channel });
    },
  ],
  [
    "output",
    ({ transfer, value }) => {
      transfer.output = value;
    },
  ],
  ["remote-name", set({ output: [hole()] })],
  ["remote-name-all", set({ output: [hole()] })],
  ["out-null", set({ output: [literal("/dev/null")] })],
  [
    "write-out",
    ({ transfer, value }) => {
      transfer.writeOut += sketch(value);
    },
  ],
  ["get", set({ get: true })],
  ["head", set({ method: "HEAD" })],
  [
    "upload-file",
    ({ transfer }) => {
      transfer.method ??= "PUT";
    },
  ],
  ["insecure", set({ insecure: "--insecure" })],
  ["no-insecure", set({ insecure: undefined })],
  ["verbose", set({ verbose: "--verbose" })],
  ["location", set({ followsRedirects: "--location" })],
  ["location-trusted", set({ followsRedirects: "--location-trusted" })],
  ["follow", set({ followsRedirects: "--follow" })],
  ["no-location", set({ followsRedirects: undefined })],
  ["no-follow", set({ followsRedirects: undefined })],
  ["fail", set({ failsOnError: true })],
  ["fail-with-body", set({ failsOnError: true })],
  ["no-fail", set({ failsOnError: false })],
]);

export function applyOption(name: string, given: Given): void {
  EFFECTS.get(name)?.(given);
}

function headerOf(line: SymbolicString, channel: Channel): Header {
  const colon = sketch(line).indexOf(":");
  if (colon < 0) return { name: sketch(line), value: [], channel };
  const after = /^:\s*/.exec(sketch(slice(line, colon)))?.[0].length ?? 1;
  return { name: sketch(slice(line, 0, colon)).trim(), value: slice(line, colon + after), channel };
}
