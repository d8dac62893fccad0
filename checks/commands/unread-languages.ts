import { baseName } from "../program/command-name.js";
import { tellsNothing, type ExitStatus } from "../program/exit-status.js";
import { joinWords, type Invocation } from "../program/invocation.js";
import { sketch } from "../values/symbolic-string.js";
import { runFilter } from "./filters.js";

/** Languages that are not followed, and the calls of their libraries that make a request. */
const LANGUAGES = [
  {
    name: "Ruby",
    interpreter: "ruby",
    extension: ".rb",
    calls: ["Net::HTTP", "HTTParty", "Faraday", "RestClient", "OAuth2::Client", "HTTP.post", "open-uri", "Excon"],
  },
  {
    name: "Perl",
    interpreter: "perl",
    extension: ".pl",
    calls: ["LWP::", "HTTP::Tiny", "Mojo::UserAgent", "WWW::Curl", "Net::OAuth2", "REST::Client"],
  },
  {
    name: "PHP",
    interpreter: "php",
    extension: ".php",
    calls: ["curl_init", "curl_exec", "Guzzle", "stream_context_create", "OAuth2\\Client", "fsockopen"],
  },
  {
    name: "Go",
    interpreter: "go",
    extension: ".go",
    calls: ["http.Post", "http.NewRequest", "http.DefaultClient", "clientcredentials", "oauth2.Config", "resty."],
  },
] as const;
/** Programs that any of them may start. */
const PROGRAMS = /\b(?:curl|wget)\b/;

export const unreadInterpreters = LANGUAGES.map(({ interpreter }) => interpreter);

/** `ruby login.rb`, `perl -e ...`, `go run main.go`: whether it makes a request is told, but not which. */
export function unreadInterpreter(invocation: Invocation): ExitStatus {
  const { args, shell, streams } = invocation;
  const files = args.map((arg) => shell.findFile(arg)?.text() ?? "");
  const written = args.flatMap((arg) => shell.writtenFile(arg) ?? []);
  const program = [sketch(joinWords(args)), ...files, sketch(written), sketch(streams.stdin ?? [])].join("\n");
  return leftUnread(invocation, program, invocation.name)
    ? tellsNothing
    : invocation.name === "go"
      ? tellsNothing
      : runFilter(invocation);
}

/** Says that a program in one of these languages makes requests; false where it is in none of them. */
export function leftUnread(invocation: Invocation, program: string, path: string): boolean {
  const first = /^#!(.*)/.exec(program)?.[1] ?? "";
  const language = LANGUAGES.find(
    ({ interpreter, extension }) =>
      path.toLowerCase().endsWith(extension) ||
      baseName(path) === interpreter ||
      first.split(/[\s/]+/).includes(interpreter),
  );
  if (!language) return false;
  const makesRequests = language.calls.some((call) => program.includes(call)) || PROGRAMS.test(program);
  if (makesRequests)
    invocation.shell.effects.notRead.push({ why: `a program in ${language.name} that makes requests` });
  return makesRequests;
}
