import { describe, expect, it } from "vitest";
import { follow, run } from "./follow";

const URL = "https://sso.acme.example/oauth2/token";
const TOKEN_CALL = `requests.post("${URL}", data={"grant_type": "x"})`;

describe("requests of Python's libraries", () => {
  it.each([
    [
      "requests",
      `import requests\nrequests.post("${URL}", data={"grant_type": "x"}, auth=("a", "b"))`,
      { body: ["program encoded grant_type=x"], user: "a:b" },
    ],
    [
      "requests by another name",
      `import requests as r\nr.post("${URL}", json={"a": 1})`,
      { body: ['program encoded json {"a":1}'] },
    ],
    ["post itself", `from requests import post\npost("${URL}", data="a=b")`, { body: ["program a=b"] }],
    [
      "request and a method",
      `import requests\nrequests.request("POST", "${URL}", data={"a": "b"})`,
      { body: ["program encoded a=b"] },
    ],
    [
      "a session",
      `import requests\ns = requests.Session()\ns.verify = False\ns.headers.update({"X-A": "b"})\ns.post("${URL}", data={})`,
      { insecure: "verify=False", headers: ["X-A: b"], body: ["program encoded "] },
    ],
    [
      "a session that a class keeps",
      `import requests
class Client:
    def __init__(self, url):
        self.url = url
        self.session = requests.Session()
        self.session.auth = ("a", "b")
    def login(self):
        return self.session.post(self.url, data={"a": "b"})
Client("${URL}").login()`,
      { user: "a:b", body: ["program encoded a=b"] },
    ],
    [
      "a class that is a session",
      `import requests
class Client(requests.Session):
    base = "https://sso.acme.example"
    def __init__(self):
        super().__init__()
        self.verify = False
        self.headers.update({"X-A": "b"})
    def login(self):
        return self.post(self.base + "/oauth2/token", data={"a": "b"})
Client().login()`,
      { insecure: "verify=False", headers: ["X-A: b"], body: ["program encoded a=b"] },
    ],
    [
      "a class of such a class",
      `from requests import Session
class Lax(Session):
    verify = False
class Client(Lax):
    pass
c = Client()
c.auth = ("a", "b")
c.post("${URL}", data={"a": "b"})`,
      { insecure: "verify=False", user: "a:b", body: ["program encoded a=b"] },
    ],
    [
      "a class that is a client of httpx",
      `import httpx
class Client(httpx.AsyncClient):
    def __init__(self, **kwargs):
        super().__init__(verify=False, base_url="https://sso.acme.example", **kwargs)
    async def login(self):
        return await self.post("/oauth2/token", data={"a": "b"})
async def main():
    async with Client(auth=("a", "b")) as c:
        await c.login()`,
      { insecure: "verify=False", user: "a:b", body: ["program encoded a=b"] },
    ],
    [
      "httpx",
      `import httpx\nwith httpx.Client(base_url="https://sso.acme.example") as c:\n    c.post("/oauth2/token", data={"a": "b"})`,
      { body: ["program encoded a=b"] },
    ],
    [
      "aiohttp",
      `import aiohttp, asyncio
async def main():
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=False)) as session:
        async with session.post("${URL}", data={"a": "b"}) as response:
            return (await response.json())["access_token"]
asyncio.run(main())`,
      { insecure: "ssl=False", failureChecked: true, body: ["program encoded a=b"] },
    ],
    [
      "urllib",
      `from urllib.request import Request, urlopen\nfrom urllib.parse import urlencode\nurlopen(Request("${URL}", urlencode({"a": "b c"}).encode(), {"X": "y"}))`,
      { fails: true, failureChecked: true, headers: ["X: y"], body: ["program a=b%20c"] },
    ],
    [
      "urllib without verification",
      `import ssl, urllib.request as u\nssl._create_default_https_context = ssl._create_unverified_context\nu.urlopen("${URL}", b"a=b")`,
      { insecure: "_create_unverified_context", fails: true, failureChecked: true, body: ["program a=b"] },
    ],
    [
      "http.client",
      `import http.client\nc = http.client.HTTPSConnection("sso.acme.example")\nc.set_debuglevel(1)\nc.request("POST", "/oauth2/token", "a=b", {"X": "y"})`,
      { verbose: "set_debuglevel(1", headers: ["X: y"], body: ["program a=b"] },
    ],
    [
      "debug level of http.client below requests",
      `import http.client, requests\nhttp.client.HTTPConnection.debuglevel = 1\nrequests.post("${URL}", data="a=b")`,
      { verbose: "debuglevel = 1", body: ["program a=b"] },
    ],
    [
      "a debug level in a comment",
      `import requests\n# HTTPConnection.debuglevel = 1\nrequests.post("${URL}", data="a=b")`,
      { body: ["program a=b"] },
    ],
    [
      "redirects",
      `import requests\nrequests.post("${URL}", data="a=b", allow_redirects=True)`,
      { follows: "allow_redirects=True", body: ["program a=b"] },
    ],
    [
      "raise_for_status",
      `import requests\nr = requests.post("${URL}", data="a=b")\nr.raise_for_status()`,
      { failureChecked: true, body: ["program a=b"] },
    ],
    [
      "options in a dict",
      `import requests\noptions = {"data": {"a": "b"}, "verify": False}\nrequests.post("${URL}", **options)`,
      { insecure: "verify=False", body: ["program encoded a=b"] },
    ],
  ])("%s", (_, text, expected) => {
    expect(follow("python", text).requests).toEqual([{ method: "POST", url: URL, ...expected }]);
  });
});

describe("what becomes of values", () => {
  it.each([
    ["a literal", 'x = "a=b"', "a=b"],
    ["two strings beside each other", 'x = ("a="\n  "b")', "a=b"],
    ["an f-string with a format", 'v = "b"\nx = f"a={v!s:>3}&{{c}}"', "a=b&{c}"],
    ["a raw string", 'x = r"a\\n"', "a\\n"],
    ["escapes", 'x = "a\\x3d\\u0062"', "a=b"],
    ["a regular expression with quotes", `import re\nq = re.sub(r"[\\"']", "", "z")\nx = "a=b"`, "a=b"],
    ["percent", 'x = "a=%s&c=%(d)s" % ("b",)', "a=b&c=<?>"],
    ["format", 'x = "{}={v}".format("a", v="b")', "a=b"],
    ["join over items", 'x = "&".join(f"{k}={v}" for k, v in {"a": "b", "c": "d"}.items())', "a=b&c=d"],
    ["a loop", 'x = ""\nfor k in ["a", "b"]:\n    x += k + "="', "a=b="],
    ["a slice, which is not followed", 'x = "a=b"[1:]', "<?>"],
    ["a function", 'def f(a, b="d", *, c):\n    return a + b + c\nx = f("a=", c="c")', "a=dc"],
    ["a lambda", 'f = lambda v: "a=" + v\nx = f("b")', "a=b"],
    [
      "a function within a function",
      'def f(a):\n    def g(b):\n        return a + b\n    return g("c")\nx = f("b")',
      "bc",
    ],
    ["the outer variable, which an inner one does not change", 'x = "a"\ndef f():\n    x = "b"\nf()', "a"],
    ["a global", 'x = "a"\ndef f():\n    global x\n    x = "b"\nf()', "b"],
    [
      "a method of a base class",
      'class A:\n    def f(self):\n        return "a"\nclass B(A):\n    def g(self):\n        return super().f() + self.f()\nx = B().g()',
      "aa",
    ],
    [
      "a property and a static method",
      'class A:\n    @property\n    def p(self):\n        return "p"\n    @staticmethod\n    def s(v):\n        return v\na = A()\nx = a.p + A.s("s")',
      "ps",
    ],
    ["an assignment in a condition", 'if (y := "a"):\n    x = y', "a"],
    ["a default of the environment", 'import os\nx = os.environ.get("NOT_SET", "a")', "a"],
    ["the environment", 'from os import environ\nx = environ["SET"]', "v"],
    ["an argument", "import sys\nx = sys.argv[1]", "first"],
    ["a module beside it", 'from auth.token import form\nx = form("a")', "a=b"],
    ["a module of a package", 'from auth import lazy\nx = lazy.form("a")', "a=b"],
    ["a package that takes a name from its module", 'from auth import sent\nx = sent("a")', "a=b"],
    ["the rest of a program after a syntax error", 'y = = 3\nx = "a=b"', "a=b"],
  ])("%s", (_, text, expected) => {
    const around = {
      environment: { SET: "v" },
      args: ["first"],
      files: {
        "auth/token.py": 'def form(name):\n    return name + "=b"',
        "auth/lazy.py": "from .token import form",
        "auth/__init__.py": "from .deep.inner import sent",
        "auth/deep/inner.py": "from ..token import form as sent",
      },
    };
    const { requests } = follow("python", `${text}\nimport requests\nrequests.post("${URL}", data=x)`, around);
    expect(requests).toEqual([expect.objectContaining({ body: [`program ${expected}`.replace("<?>", "\u{FFFC}")] })]);
  });
});

describe("what is shown and written of an answer", () => {
  it.each([
    ["the answer", `print(${TOKEN_CALL}.text)`, ["<response>"], {}],
    ["the token", `t = ${TOKEN_CALL}.json()["access_token"]\nprint(f"token {t}")`, ["token <token>"], {}],
    ["the status", `print(${TOKEN_CALL}.status_code)`, ["<status>"], {}],
    [
      "what a function returns",
      `def get():\n    r = ${TOKEN_CALL}\n    if not r.ok:\n        return None\n    return r.json()["access_token"]\nprint(get())`,
      ["<token>"],
      {},
    ],
    [
      "what an async function returns",
      `import asyncio\nasync def get():\n    return ${TOKEN_CALL}.json().get("access_token")\nasync def main():\n    print(await get())\nasyncio.run(main())`,
      ["<token>"],
      {},
    ],
    [
      "a file",
      `with open("t.txt", "w") as f:\n    f.write(${TOKEN_CALL}.json()["access_token"])`,
      [],
      { "t.txt": "<token>" },
    ],
    [
      "a function that nothing calls",
      `def handler(event, context):\n    print(${TOKEN_CALL}.text)`,
      ["<response>"],
      {},
    ],
  ])("%s", (_, text, shown, written) => {
    expect(follow("python", `import requests\n${text}`)).toMatchObject({ shown, written });
  });
});

describe("whether somebody notices a failure", () => {
  it.each([
    ["nothing looks", "pass", false],
    ["the status", "if r.status_code != 200:\n    raise SystemExit(1)", true],
    ["a part of a condition", "if debug or not r.ok:\n    raise SystemExit(1)", true],
    ["an assertion", "assert r.ok", true],
    ["a missing key", 't = r.json()["access_token"]', true],
    ["a key that may be missing", 't = r.json().get("access_token")', false],
  ])("%s", (_, text, failureChecked) => {
    const { requests } = follow("python", `import requests\nr = ${TOKEN_CALL}\n${text}`);
    expect(requests).toEqual([
      failureChecked
        ? expect.objectContaining({ failureChecked })
        : expect.not.objectContaining({ failureChecked: true }),
    ]);
  });
});

describe("a program that is started as a module", () => {
  const CLIENT = `import requests\ndef login():\n    return requests.post("${URL}", data={"a": "b"})`;
  it.each([
    ["python3 -m ops.login", { "ops/login.py": "from ops.client import login\nlogin()" }],
    ["python3 -u -m ops.login now", { "ops/login.py": "from .client import login\nlogin()" }],
    ["python -m ops", { "ops/__main__.py": "from . import client\nclient.login()" }],
    ["cd ops && python3 -m client", {}],
    ["uv run --with requests python -m ops", { "ops/__main__.py": "from .client import login\nlogin()" }],
    ["uv run --python 3.12 login.py", { "login.py": "from ops.client import login\nlogin()" }],
    ["python3 login.py -m ops -c x", { "login.py": "from ops.client import login\nlogin()" }],
  ])("%s", (command, files) => {
    const client = CLIENT + (command.includes("client") ? "\nlogin()" : "");
    expect(run(command, { files: { "ops/client.py": client, ...files } }).requests).toEqual([
      expect.objectContaining({ body: ["program encoded a=b"] }),
    ]);
  });

  it("is nothing of this repository where it is not there", () => {
    expect(run("python3 -m pip install requests", {})).toMatchObject({ requests: [], notRead: [] });
  });
});
