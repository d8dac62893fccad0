import { expect, it } from "vitest";
import { concrete, HOLE } from "../../../checks/values/symbolic-string.js";
import { follow } from "./run";

it.each([
  ["echo a", "a\n"],
  ["echo a > f", ""],
  ["echo a > /dev/null", ""],
  ["echo a 2> /dev/null", "a\n"],
  ["echo a >&2", "a\n"],
  ["echo a > /dev/stderr", "a\n"],
  ["echo a > f 2>&1", ""],
  ["echo a &> f", ""],
  ["{ echo a; echo b; } > f", ""],
  ["echo a | cat", "a\n"],
  ["echo a | tee f", "a\n"],
  ["cat < f", "of f"],
  ["cat < /dev/null", ""],
  ["echo a | cat /dev/stdin", "a\n"],
  ["printf 'a b' | jq -rn --rawfile v /dev/stdin '$v | @uri'", "a%20b\n"],
  ["cat < not-there", HOLE],
  ["tr -d '\\n' < not-there", HOLE],
  ["X=$(< not-there); echo $X", `${HOLE}\n`],
  ["while read -r a b; do echo $a:$b; done < not-there", `${HOLE}:${HOLE}\n`],
  ["cat <<< a", "a\n"],
  ["cat <<E\na\nE", "a\n"],
  ["X=a; cat <<E\n$X\nE", "a\n"],
  ["X=a; cat <<'E'\n$X\nE", "$X\n"],
  ["cat <(echo a)", "a\n"],
  ["X=$(echo a 2>&1); echo $X", "a\n"],
])("%s", (script, printed) => {
  expect(follow(script, { f: "of f" }).printed).toBe(printed);
});

it.each([
  ["echo a > f", "a\n"],
  ["echo a > f; echo b >> f", "a\nb\n"],
  ["echo a > f; echo b > f", "b\n"],
  ["echo a | tee f > /dev/null", "a\n"],
  ["cd sub; echo a > ../f", "a\n"],
  ["{ echo a; echo b; } > f", "a\nb\n"],
  ["cat <<E > f\na\nE", "a\n"],
])("what a script writes is known afterwards: %s", (script, content) => {
  const written = follow(script).effects.written.get("/repo/f");
  expect(written && concrete(written)).toBe(content);
});
