import { describe, expect, it } from "vitest";
import { follow } from "./follow";

const times = (count: number, text: string): string => text.repeat(count);
const REQUEST = "https://sso.acme.example/oauth2/token";

/** Programs that would keep a reader busy for ever, or overflow its stack, each after a request that must be found. */
const PYTHON = {
  "a string that doubles": `x = input()\n${times(200, "x = x + x\n")}`,
  "a list of itself": `x = [input()]\n${times(200, "x = [x, x]\n")}print(x)\n`,
  "a dict of itself": `x = {}\n${times(200, "x = {'a': x, 'b': x}\n")}print(x)\n`,
  "a function that calls itself": "def f(a):\n    return f(a) + f(a)\nf(1)\n",
  "functions that call each other": "def f(a):\n    return g(a) + g(a)\ndef g(a):\n    return f(a)\nf(1)\n",
  "a tower of functions": `def f0(a):\n    return a\n${Array.from({ length: 60 }, (_, i) => `def f${i + 1}(a):\n    return f${i}(a) + f${i}(a)\n`).join("")}f60(input())\n`,
  "deep parentheses": `x = ${times(2_000, "(")}1${times(2_000, ")")}\n`,
  "a long sum": `x = 1${times(20_000, " + 1")}\n`,
  "deep blocks": `${Array.from({ length: 400 }, (_, i) => `${" ".repeat(i)}if x:\n`).join("")}${" ".repeat(400)}pass\n`,
  "loops in loops":
    Array.from({ length: 12 }, (_, i) => `${" ".repeat(i)}for x${i} in [${times(50, "1,")}]:\n`).join("") +
    `${" ".repeat(12)}print(x0)\n`,
};
const JAVASCRIPT = {
  "a template that doubles": `let x = q;\n${times(200, "x = `${x}${x}`;\n")}`,
  "functions that give functions": "const f = (g) => g(g);\nf(f);\n",
  "a class that makes itself": "class A { constructor() { this.a = new A(); } }\nnew A();\n",
  "a module that loads itself": 'import * as me from "./main.mjs";\nme.f();\n',
  "a promise of a promise": `${times(2_000, "new Promise((r) => r(")}1${times(2_000, "))")};\n`,
  "mistakes only": times(2_000, "}{)( "),
};

describe("a hostile program ends, and what stands before it is read", () => {
  it.each(Object.entries(PYTHON))("of Python: %s", (_, rest) => {
    const { requests } = follow("python", `import requests\nrequests.post("${REQUEST}", data="a=b")\n${rest}`);
    expect(requests).toContainEqual(expect.objectContaining({ url: REQUEST }));
  });

  it.each(Object.entries(JAVASCRIPT))("of JavaScript: %s", (_, rest) => {
    const { requests } = follow("javascript", `fetch("${REQUEST}", { method: "POST", body: "a=b" });\n${rest}`);
    expect(requests).toContainEqual(expect.objectContaining({ url: REQUEST }));
  });

  it.each([
    [
      "too deep",
      `x = ${times(1_000, "(")}1${times(1_000, ")")}`,
      "starts a program that is nested too deeply to be followed to its end",
    ],
    ["too long", times(20_000, "print('token')\n"), "starts a program of more than 256 KiB"],
  ])("says that it is %s", (_, text, said) => {
    expect(follow("python", text).cut).toEqual([said]);
  });

  it("says that it was not read to its end", () => {
    const { cut } = follow("python", `import requests\nrequests.post("${REQUEST}")\n${PYTHON["loops in loops"]}`);
    expect(cut).toEqual(["starts a program that takes more steps to follow than a program may"]);
  });
});
