import { describe, expect, it } from "vitest";
import { follow, run } from "./follow";

const URL = "https://sso.acme.example/oauth2/token";
const TOKEN_CALL = `Invoke-RestMethod -Method Post -Uri '${URL}' -Body @{ grant_type = 'x' }`;

describe("requests of PowerShell", () => {
  it.each([
    ["Invoke-RestMethod", TOKEN_CALL, { body: ["program encoded grant_type=x"] }],
    [
      "splatting",
      `$p = @{ Uri = '${URL}'; Method = 'Post' }\n$p.Body = 'a=b'\n$p['Headers'] = @{ X = 'y' }\nirm @p -SkipCertificateCheck`,
      { insecure: "-SkipCertificateCheck", headers: ["X: y"], body: ["program a=b"] },
    ],
    [
      "a function with parameters",
      `function Send-Form {\n  param([string]$Uri, [string]$Body = 'a=b')\n  Invoke-RestMethod -Method Post -Uri $Uri -Body $Body\n}\n$r = Send-Form -Uri '${URL}'`,
      { body: ["program a=b"] },
    ],
    [
      "a function with parameters by place",
      `function Send-Form($Uri, $Body) { irm -Method Post $Uri -Body $Body }\nSend-Form '${URL}' 'c=d' | Out-Null`,
      { body: ["program c=d"] },
    ],
    [
      "a function with splatted parameters",
      `function Send-Form($Uri, $Body) { irm -Method Post $Uri -Body $Body }\n$a = @{ Uri = '${URL}'; Body = 'c=d' }\n$null = Send-Form @a`,
      { body: ["program c=d"] },
    ],
    [
      "a function that nothing calls",
      `function Send-Form { irm -Method Post '${URL}' -Body 'a=b' }`,
      { body: ["program a=b"] },
    ],
    [
      "paths without quotation marks",
      `$base = 'https://sso.acme.example'\n$r = Invoke-RestMethod -Method Post -Uri $base/oauth2/token -Body 'a=b'`,
      { body: ["program a=b"] },
    ],
    ["a script's own parameters", `param($Uri)\nirm -Method Post $Uri -Body 'a=b'`, { body: ["program a=b"] }],
  ])("%s", (_, text, expected) => {
    expect(follow("powershell", text, { args: ["-Uri", URL] }).requests).toEqual([
      { method: "POST", url: URL, fails: true, failureChecked: true, ...expected },
    ]);
  });
});

describe("what is shown and written of an answer", () => {
  it.each([
    ["what a statement gives and nobody takes", TOKEN_CALL, ["<response>"], {}],
    ["Write-Host", `Write-Host "token $((${TOKEN_CALL}).access_token)"`, ["token <token>"], {}],
    ["Write-Output", `$r = ${TOKEN_CALL}\nWrite-Output $r.access_token`, ["<token>"], {}],
    [
      "Write-Output that goes on",
      `$r = ${TOKEN_CALL}\nWrite-Output $r.access_token | Set-Content t.txt`,
      [],
      { "t.txt": "<token>" },
    ],
    ["Write-Verbose", `Write-Verbose (${TOKEN_CALL}).access_token`, [], {}],
    ["a pipe to Out-Null", `${TOKEN_CALL} | Out-Null`, [], {}],
    ["a pipe to Out-File", `(${TOKEN_CALL}).access_token | Out-File t.txt`, [], { "t.txt": "<token>" }],
    [
      "a pipe within parentheses",
      `$r = Invoke-WebRequest -Uri '${URL}' -Method Post -Body 'a=b'\n($r.Content | ConvertFrom-Json).access_token | Out-File t.txt`,
      [],
      { "t.txt": "<token>" },
    ],
    [
      "File.WriteAllText",
      `$t = (${TOKEN_CALL}).access_token\n[IO.File]::WriteAllText("t.txt", $t)`,
      [],
      { "t.txt": "<token>" },
    ],
    [
      "an environment variable",
      `$t = (${TOKEN_CALL}).access_token\n[Environment]::SetEnvironmentVariable('T', $t)\n[System.Environment]::SetEnvironmentVariable('U', $t, 'Process')\n$env:V = $t`,
      [],
      {},
    ],
    ["a cast to void", `[void](${TOKEN_CALL})`, [], {}],
    [
      "a return that is captured",
      `function Get-Token {\n  $r = ${TOKEN_CALL}\n  return $r.access_token\n}\n$t = Get-Token`,
      [],
      {},
    ],
    [
      "a return that is not",
      `function Get-Token {\n  $r = ${TOKEN_CALL}\n  return $r.access_token\n}\nGet-Token`,
      ["<token>"],
      {},
    ],
    [
      "what a function gives without a return",
      `function Get-Token { (${TOKEN_CALL}).access_token }\nWrite-Host (Get-Token)`,
      ["<token>"],
      {},
    ],
    [
      "what a function writes with Write-Output",
      `function Get-Token { Write-Output (${TOKEN_CALL}).access_token }\n$t = Get-Token\n"$t" > t.txt`,
      [],
      { "t.txt": "<token>" },
    ],
    ["errors that go elsewhere", `$r = ${TOKEN_CALL} 2>$null\nWrite-Host $r.access_token`, ["<token>"], {}],
    [
      "what a function shows",
      `function Get-Token { $t = (${TOKEN_CALL}).access_token; Write-Host $t; return $t }\n$t = Get-Token`,
      ["<token>"],
      {},
    ],
    ["a loop", `foreach ($r in @(${TOKEN_CALL})) { Write-Host $r.access_token }`, ["<token>"], {}],
    [
      "a function within a string",
      `function Get-Token { return (${TOKEN_CALL}).access_token }\nWrite-Host "it is $(Get-Token)"`,
      ["it is <token>"],
      {},
    ],
  ])("%s", (_, text, shown, written) => {
    expect(follow("powershell", text)).toMatchObject({ shown, written });
  });
});

describe("whether somebody notices a failure", () => {
  it.each([
    ["it ends by itself", TOKEN_CALL, true],
    ["-SkipHttpErrorCheck", `$r = ${TOKEN_CALL} -SkipHttpErrorCheck`, false],
    ["-ErrorAction SilentlyContinue", `$r = ${TOKEN_CALL} -ErrorAction SilentlyContinue`, false],
    ["a catch that goes on", `try { $r = ${TOKEN_CALL} } catch { Write-Host 'failed' }`, false],
    ["a catch that gives nothing", `function T { try { return ${TOKEN_CALL} } catch { return $null } }\n$r = T`, false],
    [
      "a catch that gives nothing, which somebody looks at",
      `function T { try { return ${TOKEN_CALL} } catch { return $null } }\n$r = T\nif (-not $r) { exit 1 }`,
      true,
    ],
    ["a catch that ends", `try { $r = ${TOKEN_CALL} } catch { Write-Host 'failed'; exit 1 }`, true],
    [
      "a look at the answer",
      `$r = ${TOKEN_CALL} -SkipHttpErrorCheck\nif (-not $r.access_token) { throw 'no token' }`,
      true,
    ],
  ])("%s", (_, text, failureChecked) => {
    const { requests } = follow("powershell", text);
    expect(requests).toEqual([
      failureChecked
        ? expect.objectContaining({ failureChecked })
        : expect.not.objectContaining({ failureChecked: true }),
    ]);
  });
});

describe("a script that others are beside", () => {
  const library = `$Url = 'https://sso.acme.example/oauth2/token'
function Get-AccessToken([string]$Secret) { (Invoke-RestMethod -Method Post -Uri $Url -Body @{ client_secret = $Secret }).access_token }`;
  const files = {
    "lib/token.ps1": library,
    "token.psm1": library,
    "lib/Auth/Auth.psm1": ". $PSScriptRoot/../token.ps1",
  };

  it.each([
    `. ./lib/token.ps1`,
    `. "$PSScriptRoot/lib/token.ps1"`,
    `. (Join-Path $PSScriptRoot 'lib\\token.ps1')`,
    `Import-Module ./token.psm1 -Force`,
    `Import-Module (Join-Path $PSScriptRoot "token.psm1")`,
    `using module ./token.psm1`,
    `. $PSScriptRoot\\lib\\token.ps1`,
    `$here = Split-Path -Parent $MyInvocation.MyCommand.Path\n. "$here/lib/token.ps1"`,
    `$lib = Join-Path -Path $PSScriptRoot -ChildPath 'lib'\nImport-Module -Force (Join-Path $lib 'Auth')`,
    `Import-Module $PSScriptRoot/lib/Auth/Auth.psd1 -DisableNameChecking`,
    `Import-Module (Join-Path $PSScriptRoot 'lib' 'Auth' 'Auth.psm1') -ErrorAction Stop`,
  ])("takes their functions and variables: %s", (line) => {
    const { requests, shown, notRead } = follow("powershell", `${line}\nWrite-Host (Get-AccessToken 'abc')`, { files });
    expect([requests, shown, notRead]).toEqual([
      [
        expect.objectContaining({
          url: "https://sso.acme.example/oauth2/token",
          body: ["program encoded client_secret=abc"],
        }),
      ],
      ["<token>"],
      [],
    ]);
  });

  it.each([`. ./absent.ps1`, `$x = & ./absent.ps1`, `Import-Module "$PSScriptRoot/absent.psm1"`])(
    "cannot be told without them: %s",
    (line) => {
      expect(follow("powershell", `${line}\n$t = Get-AccessToken`).notRead).toEqual([
        expect.stringMatching(/^(?:\.\/)?absent\.psm?1which is not there to read$/),
      ]);
    },
  );

  it.each([
    ["$t = & ./lib/get.ps1 -Secret abc", {}],
    ["$t = .\\lib\\get.ps1 abc", {}],
    ['$t = & "$PSScriptRoot/lib/get.ps1" -Secret "abc"', {}],
    ["$s = Join-Path $PSScriptRoot 'lib/get.ps1'\n$t = & $s abc", {}],
    ["$t = (& (Join-Path $PSScriptRoot lib get.ps1) -Secret:abc)", {}],
    ["$secret = 'abc'\n$t = lib/get.ps1", {}],
  ])("starts them with what they are given: %s", (line) => {
    const get = "param([string]$Secret = $secret)\n. $PSScriptRoot/token.ps1\nGet-AccessToken $Secret";
    const { requests, shown } = follow("powershell", `${line}\nWrite-Host "it is $t"`, {
      files: { ...files, "lib/get.ps1": get },
    });
    expect([requests, shown]).toEqual([
      [expect.objectContaining({ body: ["program encoded client_secret=abc"] })],
      ["it is <token>"],
    ]);
  });

  it.each([
    "pwsh -Command \"& 'lib/get.ps1' -Secret abc\"",
    "pwsh -NoProfile -Command lib/get.ps1 -Secret abc",
    "powershell.exe -Command '. ./lib/get.ps1 abc'",
    "pwsh -c 'Set-StrictMode -Version 3; ./lib/get.ps1 -Secret abc'",
    "cd lib && pwsh -File get.ps1 -Secret abc",
    "pwsh lib/get.ps1 -Secret abc",
    `powershell.exe -NoProfile -EncodedCommand ${Buffer.from("& ./lib/get.ps1 -Secret abc", "utf16le").toString("base64")}`,
    `pwsh -enc ${Buffer.from("./lib/get.ps1 abc", "utf16le").toString("base64")}`,
  ])("are found from the script, wherever it is started: %s", (command) => {
    const get = "param([string]$Secret)\nImport-Module (Join-Path $PSScriptRoot 'token.psm1')\nGet-AccessToken $Secret";
    const { requests, shown, shownBy } = run(command, { files: { "lib/get.ps1": get, "lib/token.psm1": library } });
    expect([requests, shown, shownBy]).toEqual([
      [expect.objectContaining({ body: ["program encoded client_secret=abc"] })],
      ["<token>"],
      ["lib/get.ps1"],
    ]);
  });

  it("changes nothing around them, when they are started", () => {
    const script = "$x = 'theirs'\nfunction Get-X { 'theirs' }";
    const text = `$x = 'ours'\nfunction Get-X { 'ours' }\n./other.ps1\nSet-Content -Path t.txt -Value "$x $(Get-X)"`;
    expect(follow("powershell", text, { files: { "other.ps1": script } }).written).toEqual({ "t.txt": "ours ours" });
  });

  it("says so where there are too many", () => {
    const many = Array.from({ length: 60 }, (_, index) => `./${String(index)}.ps1`);
    const found = follow("powershell", many.join("\n"), {
      files: Object.fromEntries(many.map((path) => [path.slice(2), "$x = 1"])),
    });
    expect(found.cut).toEqual(["starts more scripts of PowerShell than are followed"]);
  });

  it("does not go in a ring", () => {
    const ring = { "a.ps1": ". ./b.ps1", "b.ps1": ". ./a.ps1\n. ./main.ps1" };
    expect(follow("powershell", ". ./a.ps1", { files: ring }).notRead).toEqual([]);
  });
});
