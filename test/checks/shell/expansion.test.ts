import { expect, it } from "vitest";
import { hole } from "../../../checks/values/symbolic-string.js";
import { follow } from "./run";

/** What a script prints, as bash 5.2 prints it. */
const KNOWN: readonly (readonly [script: string, printed: string])[] = [
  ["X=a; echo $X", "a\n"],
  ["X=a; echo ${X}b", "ab\n"],
  ["X=a; echo '$X' \"$X\"", "$X a\n"],
  ["X='a  b'; printf '<%s>' $X", "<a><b>"],
  ["X='a  b'; printf '<%s>' \"$X\"", "<a  b>"],
  ["X=; printf '<%s>' $X end", "<end>"],
  ["X=; printf '<%s>' \"$X\" end", "<><end>"],
  ["X=(a 'b c'); printf '<%s>' \"${X[@]}\"", "<a><b c>"],
  ["X=(a b); X+=(c); echo ${X[2]}", "c\n"],
  ["X=a; X+=b; echo $X", "ab\n"],
  ["X=; echo ${X:-b}", "b\n"],
  ["X=a; echo ${X:-b} ${X:+c}", "a c\n"],
  ["X=a; Y=X; echo ${!Y}", "a\n"],
  ["X=token.json; echo ${X%.json}", "token\n"],
  ["X=a/b/c; echo ${X##*/} ${X#*/} ${X%/*} ${X%%/*}", "c b/c a/b a\n"],
  ['X=$(echo a; echo b); echo "$X"', "a\nb\n"],
  ["X=`echo a`; echo $X", "a\n"],
  ["echo $'a\\tb'", "a\tb\n"],
  ["f() { echo $1 $#; }; f a b", "a 2\n"],
  ['set -- a b; shift; echo $1 "$@"', "b b\n"],
  ["read X Y <<< 'a b c'; echo $Y", "b c\n"],
  ["eval 'X=a'; echo $X", "a\n"],
  ["X=a; (X=b); echo $X", "a\n"],
];

it.each(KNOWN)("%s", (script, printed) => {
  expect(follow(script).printed).toBe(printed);
});

it.each([
  ["$X", ["shell"]],
  ["${X}", ["shell"]],
  ["${X:-}", ["shell"]],
  ["$(echo $X)", ["shell"]],
])("%s keeps where a value comes from that only a run would tell", (expansion, scopes) => {
  const { effects, printed } = follow(`echo ${expansion}`, {}, { X: [hole({ taint: "secret" })] });
  expect(printed).toBe("\uFFFC\n");
  const [fragment] = effects.logged[0]?.text ?? [];
  expect(fragment?.taint).toBe("secret");
  expect([...new Set(fragment?.provenance.map(({ scope }) => scope))]).toEqual(scopes);
});

it("takes an unset variable for a secret by its name", () => {
  expect(follow("echo $CLIENT_SECRET").effects.logged[0]?.text[0]?.taint).toBe("secret");
  expect(follow("echo $ACCESS_TOKEN").effects.logged[0]?.text[0]?.taint).toBe("token");
  expect(follow("echo $REGION").effects.logged[0]?.text[0]?.taint).toBeUndefined();
});
