import { describe, expect, it } from "vitest";
import {
  REQUEST_CALLS,
  requestCall,
  type RequestCall,
  type RequestPart,
} from "../../../checks/vocabulary/request-calls.js";
import { REQUEST_OPTIONS, LIBRARY_NAMES } from "../../../checks/vocabulary/request-options.js";
import { follow } from "../languages/follow.js";

type Language = RequestCall["language"];
const URL = "https://sso.acme.example/oauth2/token";

/** How each language writes what a call is given. */
const WRITING: Record<Language, { member: string; object: string; list: string; method: string }> = {
  ruby: { member: ".", object: '{ "KEY" => "VALUE" }', list: '["a"]', method: '"POST"' },
  perl: { member: "->", object: '{ KEY => "VALUE" }', list: '["a"]', method: '"POST"' },
  php: { member: "->", object: "['KEY' => 'VALUE']", list: "['a']", method: "'POST'" },
  go: { member: ".", object: 'map[string]string{"KEY": "VALUE"}', list: '[]string{"a"}', method: '"POST"' },
};

const object = (language: Language, key: string, value: string): string =>
  WRITING[language].object.replace("KEY", key).replace("VALUE", value);

/** Where a call goes that takes no URL but among its options. */
const URL_OPTIONS: Record<string, string> = {
  "OAuth2::Client.new": "token_url",
  GenericProvider: "urlAccessToken",
  "RestClient::Request.execute": "url",
};

const argumentsOf = (row: RequestCall): string =>
  row.takes
    .map((part) => {
      const option = part === "options" ? URL_OPTIONS[row.call] : undefined;
      return option === undefined ? argument(row.language, part) : object(row.language, option, URL);
    })
    .join(", ");

function argument(language: Language, part: RequestPart): string {
  switch (part) {
    case "url":
      return `"${URL}"`;
    case "host":
      return '"https://sso.acme.example"';
    case "method":
      return WRITING[language].method;
    case "form":
    case "json":
      return object(language, "grant_type", "given");
    case "options":
      return object(language, "body", "grant_type=given");
    case "body":
      return '"grant_type=given"';
    case "type":
      return '"text/given"';
    case "headers":
      return object(language, "X-Given", "given");
    case "key":
      return '"X-Given"';
    case "request":
      return language === "php" || language === "perl" ? "$prepared" : "prepared";
    case "-":
      return "1";
    case "user":
    case "password":
    case "client_id":
    case "client_secret":
    case "value":
      return '"given"';
  }
}

/** A call with its arguments, on the client that it is a call of. */
function written(row: RequestCall): string {
  const { language, call } = row;
  const args = `(${argumentsOf(row)})`;
  for (let at = call.lastIndexOf("."); at > 0; at = call.lastIndexOf(".", at - 1)) {
    const maker = requestCall(language, call.slice(0, at));
    if (maker && maker.does !== "sends")
      return `${written(maker)}${call.slice(at).replaceAll(".", WRITING[language].member)}${args}`;
  }
  const [first = "", ...rest] = call.split(".");
  const isStatic = language === "php" && rest.length > 0;
  const made = language === "php" && /^(?:Client|Request|GenericProvider)$/.test(first) ? "new " : "";
  const name = [first, ...rest].join(isStatic ? "::" : WRITING[language].member);
  if (language === "go" && /\.(?:Client|Config)$/.test(call)) return `${name}{TokenURL: "${URL}"}`;
  return `${made}${name}${args}`;
}

const PREPARED: Record<Language, string> = {
  ruby: `prepared = Net::HTTP::Post.new(URI("${URL}"))`,
  perl: `my $prepared = HTTP::Request->new("POST", "${URL}");`,
  php: `$prepared = curl_init("${URL}");`,
  go: `prepared, err := http.NewRequest("POST", "${URL}", nil)`,
};
const SENT: Record<Language, string> = {
  ruby: "http.request(prepared)",
  perl: "$http->request($prepared);",
  php: "curl_exec($prepared);",
  go: "http.DefaultClient.Do(prepared)",
};

/** A program that makes a request by a row. */
function programOf(row: RequestCall): string {
  const { language } = row;
  const end = language === "php" || language === "perl" ? ";\n" : "\n";
  const variable = argument(language, "request");
  const request = row.call === "Client.send" ? `$prepared = new Request('POST', '${URL}');` : PREPARED[language];
  const before = row.takes.includes("request") ? `${request}\n` : "";
  if (row.does === "sends" || row.does === "grant") return `${before}${written(row)}${end}`;
  if (row.call === "resty.New.R") return `${written(row)}.Post("${URL}")`;
  if (row.does === "prepares") return `${variable} = ${written(row)}${end}${SENT[language]}${end}`;
  if (row.does === "sets") {
    const isOfArgument = row.takes[0] === "request";
    const call = isOfArgument ? written(row) : `${variable}${WRITING[language].member}${written(row)}`;
    return `${PREPARED[language]}\n${call}${end}${SENT[language]}${end}`;
  }
  return `${written(row)}${WRITING[language].member}${clientCall(row)}${end}`;
}

/** A call of the client that a row makes. */
function clientCall({ language, call, as: name = call }: RequestCall): string {
  const row = REQUEST_CALLS.find(
    (other) =>
      other.language === language &&
      other.does !== "client" &&
      other.call.startsWith(`${name}.`) &&
      !other.takes.includes("request"),
  );
  if (!row) throw new Error(`Nothing is called of ${call}`);
  if (row.does === "prepares") return `R().Post("${URL}")`;
  const rest = row.call.slice(name.length + 1).replaceAll(".", WRITING[language].member);
  return `${rest}(${row.takes.map((part) => argument(language, part)).join(", ")})`;
}

describe("a call of a library", () => {
  it.each(REQUEST_CALLS.map((row) => [`${row.language} ${row.call}`, row] as const))(
    "makes a request: %s",
    (_, row) => {
      const { requests, notRead } = follow(row.language, programOf(row));
      expect(notRead).toEqual([]);
      expect(requests).toHaveLength(1);
      const said = JSON.stringify(requests);
      const given = row.takes.some((part) => /^(?:form|json|body|headers|type|key|value|user|password)$/.test(part));
      // What it is given is in what it sends.
      if (given && row.does !== "client") expect(said).toContain("given");
      expect(said).toContain("https://sso.acme.example");
    },
  );

  it.each(
    REQUEST_CALLS.filter(({ does }) => does === "sends").map((row) => [`${row.language} ${row.call}`, row] as const),
  )("fails on an error status only where it does: %s", (_, row) => {
    const [request] = follow(row.language, programOf(row)).requests;
    expect(request).toEqual(
      row.fails ? expect.objectContaining({ fails: true }) : expect.not.objectContaining({ fails: true }),
    );
  });
});

describe("an option of a library", () => {
  const SAID: Record<string, RegExp> = {
    insecure: /"insecure":/,
    verbose: /"verbose":/,
    follows: /"follows":/,
    headers: /X-Given/,
    host: /given\.example/,
    url: /given\.example/,
    method: /PUT/,
  };

  it.each(REQUEST_OPTIONS.map((row) => [row.name, row.when ?? row.part, row] as const))(
    "%s: %s",
    (name, _, { part, when }) => {
      const value =
        when !== undefined
          ? when
          : part === "headers"
            ? "['X-Given: a']"
            : part === "form" || part === "json" || part === "query"
              ? "['a' => 'given']"
              : part === "method"
                ? "'PUT'"
                : part === "host" || part === "url"
                  ? "'https://given.example'"
                  : "'given'";
      if (part === "fails") {
        const text = `<?php $c = curl_init('${URL}'); curl_setopt($c, ${name}, ${value}); $r = curl_exec($c); if (curl_errno($c)) { exit(1); }`;
        expect(follow("php", text).requests).toEqual([expect.objectContaining({ failureChecked: true })]);
        return;
      }
      const key = name.startsWith("CURLOPT") ? name : `'${name}'`;
      const url = part === "host" || part === "url" ? "" : `CURLOPT_URL => '${URL}', `;
      const more = part === "password" ? ", 'user' => 'a'" : part === "user" ? ", 'password' => 'b'" : "";
      const grant = part.startsWith("client_");
      const text = grant
        ? `<?php (new GenericProvider(['urlAccessToken' => '${URL}', ${key} => ${value}]))->getAccessToken();`
        : `<?php $c = curl_init(); curl_setopt_array($c, [${url}${key} => ${value}${more}]); curl_exec($c);`;
      const { requests } = follow("php", text);
      expect(JSON.stringify(requests)).toMatch(SAID[part] ?? /given/);
    },
  );
});

it.each(LIBRARY_NAMES.map(({ language, name }) => [language, name] as const))(
  "a program of %s that mentions %s, in no way that is read, cannot be told",
  (language, name) => {
    const why = { ruby: "Ruby", perl: "Perl", php: "PHP", go: "Go" }[language];
    const program = (what: string): string => `${language === "php" ? "<?php " : ""}frobnicate(${name}, "${what}")`;
    expect(follow(language, program("access_token")).notRead).toEqual([`a program in ${why} that makes requests`]);
    if (!/auth/i.test(name)) expect(follow(language, program("weather")).notRead).toEqual([]);
  },
);
