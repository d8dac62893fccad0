import fc from "fast-check";
import picomatch from "picomatch";
import { expect, it } from "vitest";
import { matcherOf } from "../../checks/options/glob.js";

it("matches as picomatch does", () => {
  const parts = fc.array(fc.constantFrom("a", "b", ".", "*", "?", "/", "/**/", "{a,b}", "[ab]"), {
    maxLength: 8,
  });
  const paths = fc.array(fc.constantFrom("a", "b", "ab", "a.b", ".a"), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(parts, paths, (pieces, names) => {
      const pattern = `a${pieces.join("")}`;
      // Of these picomatch has readings of its own.
      fc.pre(!/\/\/|\*\*\*|[^/]\*\*|\*\*[^/]|\/$|\*\*\/\*\*|\.\.|\/\.|\*\*\/?$|\?/.test(pattern));
      expect([pattern, names, matcherOf([pattern])(names.join("/"))]).toEqual([
        pattern,
        names,
        picomatch(pattern, { dot: true })(names.join("/")),
      ]);
    }),
    { numRuns: 2_000 },
  );
});

it.each([
  ["legacy", "legacy", true],
  ["**/test/**", "a/b/test/main.tf", true],
  ["infra/**", "infra/a/b.tf", true],
  ["infra/**", "other/a.tf", false],
  ["**/*.tf", "main.tf", true],
  ["a?c/*.{tf,tf.json}", "abc/x.tf.json", true],
  ["[!a]b", "ab", false],
])("%s and %s: %s", (pattern, path, matched) => {
  expect(matcherOf([pattern])(path)).toBe(matched);
});

it("costs no more than the name's length times the pattern's", () => {
  expect(matcherOf(["*a".repeat(5_000) + "b"])("a".repeat(10_000))).toBe(false);
});
