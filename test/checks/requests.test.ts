import { describe, expect, it } from "vitest";
import { analyse } from "../../checks/analysis/analyse";
import { Budget } from "../../checks/terraform/budget";
import { rootsOf, workspaceOf } from "../../checks/terraform/workspace";
import { readSynthesized } from "../../checks/configuration/read";
import { described } from "./described";

const TOKEN = "https://sso.acme.example/oauth2/token";

/** The token requests that a command makes, in the words of their parts. */
function requestsOf(command: string, interpreter?: string[]): object[] {
  // A command as a shell has it: Terraform would take `${` for its own.
  const escaped = command.replaceAll("${", () => "$${");
  const json = {
    resource: { null_resource: { x: { provisioner: [{ "local-exec": { command: escaped, interpreter } }] } } },
  };
  const directories = [readSynthesized(json, "/stack/cdk.tf.json")];
  return rootsOf(directories, workspaceOf(directories, {}, new Budget())).flatMap((root) =>
    analyse(root).tokenRequests.map(({ request }) => described(request)),
  );
}

const grant = (more: object): unknown[] => [expect.objectContaining({ method: "POST", url: TOKEN, ...more })];

describe("the options of curl", () => {
  it.each([
    ["-d", "curl -d grant_type=x URL", { body: ["argument grant_type=x"] }],
    ["-dvalue", "curl -dgrant_type=x URL", { body: ["argument grant_type=x"] }],
    ["--data=value", "curl --data=grant_type=x URL", { body: ["argument grant_type=x"] }],
    [
      "combined short options",
      "curl -sSkLfXPOST -d grant_type=x URL",
      { insecure: "--insecure", follows: "--location", fails: true },
    ],
    ["the beginning of a name", "curl --insec -d grant_type=x URL", { insecure: "--insecure" }],
    ["--data-urlencode", "curl --data-urlencode grant_type=x URL", { body: ["argument encoded grant_type=x"] }],
    ["--data @-", "printf grant_type=x | curl --data @- URL", { body: ["stdin grant_type=x"] }],
    ["a here-string", "curl -d @- URL <<< grant_type=x", { body: ["stdin grant_type=x\n"] }],
    ["--json", 'curl --json \'{"grant_type":"x"}\' URL', { body: ['argument json {"grant_type":"x"}'] }],
    [
      "--config -",
      "printf 'user = \"a:b\"\\ninsecure' | curl -K - -d grant_type=x URL",
      { user: "a:b", insecure: "--insecure" },
    ],
    ["-F", "printf x > f; curl -F grant_type=@f URL", { body: ["file encoded grant_type=x"] }],
    [
      "--form-string",
      "printf x > f; curl --form-string grant_type=@f URL",
      { body: ["argument encoded grant_type=@f"] },
    ],
    ["--oauth2-bearer", "curl --oauth2-bearer t -d grant_type=x URL", { headers: ["Authorization: Bearer t"] }],
    ["--url-query", "curl -X POST --url-query grant_type=x URL", { url: `${TOKEN}?grant_type=x` }],
    ["--url and a later -X", "curl --url URL -d grant_type=x --request POST", {}],
    [
      "--expand-data",
      "curl --variable s=x --expand-data 'grant_type={{s:url}}' URL",
      { body: ["stdin grant_type=\u{FFFC}"] },
    ],
    ["-H @file", "printf 'A: b' > h; curl -H @h -d grant_type=x URL", { headers: ["A: b"] }],
    ["-v", "curl -v -d grant_type=x URL", { verbose: "--verbose" }],
    ["--trace-ascii", "curl --trace-ascii - -d grant_type=x URL", { verbose: "--trace-ascii" }],
    ["--follow", "curl --follow -d grant_type=x URL", { follows: "--follow" }],
    ["--mptcp and --tls-earlydata", "curl -d grant_type=x --mptcp --tls-earlydata URL", {}],
    ["an option that is not known", "curl -d grant_type=x --frobnicate URL", {}],
  ])("%s", (_, command, expected) => {
    expect(requestsOf(command.replace("URL", TOKEN), ["bash", "-c"])).toEqual(grant(expected));
  });
});

describe("other ways to ask", () => {
  it.each([
    [
      "wget --post-data",
      "wget -qO- --no-check-certificate --post-data grant_type=x URL",
      { insecure: "--no-check-certificate", body: ["argument grant_type=x"] },
    ],
    [
      "wget --body-file",
      "echo grant_type=x > f; wget --method=POST --body-file=f URL",
      { body: ["file grant_type=x\n"] },
    ],
    [
      "httpie",
      "http --verify=no POST URL grant_type=x",
      { insecure: "--verify=no", body: ['argument encoded json {"grant_type":"x"}'] },
    ],
    [
      "httpie --form",
      "https -f --check-status URL grant_type=x",
      { fails: true, body: ["argument encoded grant_type=x"] },
    ],
    ["an absolute path behind env and timeout", "env A=b timeout 5 /usr/bin/curl -d grant_type=x URL", {}],
    ["sh -c within sudo", "sudo -u a sh -c 'curl -k -d grant_type=x URL'", { insecure: "--insecure" }],
    ["bash -xc", "bash -xc 'curl -d grant_type=x URL'", {}],
    ["ssh", "ssh -p 22 host 'curl -d grant_type=x URL'", {}],
    ["xargs", "echo URL | xargs curl -d grant_type=x", {}],
    ["eval", "c='curl -d grant_type=x URL'; eval \"$c\"", {}],
    ["an array of options", 'o=(-k -d grant_type=x); curl "${o[@]}" URL', { insecure: "--insecure" }],
    ["a function", 'post() { curl -d grant_type=x "$1"; }; post URL', {}],
    ["docker run", "docker run --rm curlimages/curl -k -d grant_type=x URL", { insecure: "--insecure" }],
  ])("%s", (_, command, expected) => {
    expect(requestsOf(command.replace("URL", TOKEN), ["bash", "-c"])).toEqual(grant(expected));
  });

  it.each([
    [
      "python3",
      "import requests\nr = requests.post('URL', data={'grant_type': 'x'}, verify=False)\nr.raise_for_status()",
      { insecure: "verify=False", failureChecked: true, body: ["program encoded grant_type=x"] },
    ],
    [
      "python3",
      "import urllib.request as u, json\nu.urlopen(u.Request('URL', data=json.dumps({'grant_type': 'x'}).encode()))",
      { fails: true, body: ['program {"grant_type":"x"}'] },
    ],
    [
      "node",
      "fetch('URL', { method: 'POST', body: new URLSearchParams({ grant_type: 'x' }) })",
      { body: ["program grant_type=x"] },
    ],
    [
      "node",
      "require('axios').post; axios.post('URL', { grant_type: 'x' })",
      { fails: true, body: ['program encoded json {"grant_type":"x"}'] },
    ],
    [
      "pwsh",
      "$b = @{ grant_type = 'x' }\nInvoke-RestMethod -Method Post -Uri 'URL' -Body $b -SkipCertificateCheck",
      { insecure: "-SkipCertificateCheck", body: ["program encoded grant_type=x"] },
    ],
    [
      "pwsh",
      "$p = @{ Uri = 'URL'; Method = 'POST'; Body = (@{ grant_type = 'x' } | ConvertTo-Json) }; irm @p",
      { body: ['program {"grant_type":"x"}'] },
    ],
  ])("%s: %s", (program, text, expected) => {
    expect(
      requestsOf(text.replace("URL", TOKEN), [program, { python3: "-c", node: "-e" }[program] ?? "-Command"]),
    ).toEqual(grant(expected));
  });
});

describe("whether somebody notices a failure", () => {
  const curl = `curl -sf -d grant_type=x ${TOKEN}`;
  it.each([
    ["the last command", curl, true],
    ["without --fail", curl.replace("-sf", "-s"), false],
    ["|| true", `${curl} || true`, false],
    ["|| exit 1", `${curl} || exit 1; echo done`, true],
    ["a command that follows", `${curl} -o t; echo done`, false],
    ["set -e", `set -e; ${curl} -o t; echo done`, true],
    ["a pipe", `${curl} | jq -r .access_token`, false],
    ["a pipe with pipefail", `set -o pipefail; ${curl} | jq -r .access_token`, true],
    ["jq -e", `${curl} | jq -er .access_token`, true],
    ["export X=$(...)", `set -e; export X=$(${curl}); echo done`, false],
    ["an assignment", `set -e; X=$(${curl}); echo done`, true],
    ["a test for an empty token", `T=$(${curl} | jq -r .access_token); [ -n "$T" ] || exit 1; echo done`, true],
    [
      "a look at the status",
      `c=$(${curl.replace("-sf", "-s")} -o t -w '%%{http_code}'); if [ "$c" != 200 ]; then exit 1; fi; echo done`,
      true,
    ],
    ["if", `if ${curl} -o t; then echo yes; else exit 1; fi`, true],
  ])("%s", (_, command, failureChecked) => {
    expect(requestsOf(command, ["bash", "-c"])).toEqual([
      failureChecked
        ? expect.objectContaining({ failureChecked })
        : expect.not.objectContaining({ failureChecked: true }),
    ]);
  });
});

it.each([
  ["a bearer token", `curl -d grant=x -H 'Authorization: Bearer x' https://api.acme.example/tokens`],
  ["introspection", "curl -u a:b -d token=x https://sso.acme.example/oauth2/introspect"],
  ["the cloud's metadata", "curl http://169.254.169.254/metadata/identity/oauth2/token?resource=x"],
  ["Vault's own login", `curl -d '{"role_id":"x","secret_id":"y"}' https://vault.acme.example/v1/auth/approle/login`],
  [
    "a definition of a client",
    `curl -d '{"client_name":"x","grant_types":["client_credentials"],"client_secret":"y","client_id":"z"}' https://sso.acme.example/register`,
  ],
])("%s is no token request", (_, command) => {
  expect(requestsOf(command)).toEqual([]);
});

describe("a secret that comes from a file elsewhere", () => {
  it.each([
    ["xargs -I% curl -d 'grant_type=x&client_secret=%' URL < ~/.config/secret"],
    ["xargs -I % sh -c 'curl -d \"grant_type=x&client_secret=%\" URL' < /run/secrets/a"],
    ["cat /run/secrets/a | xargs printf 'curl -d grant_type=x -d client_secret=%s URL' | sh"],
    ['read -r a b < /run/secrets/a; curl -d "grant_type=x&client_secret=$b" URL'],
    ['{ read -r id; read -r s; } < /run/secrets/a; curl -d "grant_type=x&client_secret=$s" URL'],
    ["while IFS=: read -r id s; do curl -d grant_type=x -d client_secret=$s URL; done < clients.txt"],
    ['mapfile -t l < /run/secrets/a; curl -d "grant_type=x&client_secret=${l[0]}" URL'],
    ["s=$(tr -d '\\n' < /run/secrets/a); curl -d \"grant_type=x&client_secret=$s\" URL"],
    ['s=$(base64 -d < /run/secrets/a); curl -d "grant_type=x&client_secret=$s" URL'],
    ['curl -d "grant_type=x&client_secret=$(head -n1 /run/secrets/a)" URL'],
    ["awk '{ print $2 }' /run/secrets/a | xargs -I{} curl -d 'grant_type=x&client_secret={}' URL"],
    ["xargs -0 -I{} curl -d 'grant_type=x&client_secret={}' URL < /proc/self/environ"],
    ["xargs --replace=% curl -d 'grant_type=x&client_secret=%' URL < /run/secrets/a"],
    ["xargs -i curl -d 'grant_type=x&client_secret={}' URL < /run/secrets/a"],
    ["xargs -a /run/secrets/a -I{} curl -d 'grant_type=x&client_secret={}' URL"],
    ["xargs --arg-file=/run/secrets/a -n 1 sh -c 'curl -d \"grant_type=x&client_secret=$1\" URL' sh"],
  ])("%s", (command) => {
    const requests = requestsOf(command.replace("URL", TOKEN), ["bash", "-c"]) as { body: string[] }[];
    expect(requests.map(({ body }) => body.join("&").replaceAll("argument ", ""))).toEqual([
      "grant_type=x&client_secret=\uFFFC",
    ]);
  });
});
