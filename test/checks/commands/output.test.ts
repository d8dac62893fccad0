import { itPrints } from "./prints";

/** bash(1), "SHELL BUILTIN COMMANDS". */
itPrints("echo", [
  ["echo", "\n"],
  ["echo a b", "a b\n"],
  ["echo 'a  b'", "a  b\n"],
  ["echo -n a", "a"],
  ["echo -n -e 'a\\n'", "a\n"],
  ["echo -e 'a\\tb'", "a\tb\n"],
  ["echo -e 'a\\x41\\0102'", "aAB\n"],
  ["echo -e 'a\\cb'; echo c", "ac\n"],
  ["echo 'a\\nb'", "a\\nb\n"],
  ["echo -E 'a\\nb'", "a\\nb\n"],
  ["echo -x a", "-x a\n"],
  ["echo -- a", "-- a\n"],
  ["echo a -n", "a -n\n"],
  ["echo -", "-\n"],
  ['echo "$CLIENT_SECRET"', "«secret»\n"],
  ['echo "a=$CLIENT_SECRET&b=$REGION"', "a=«secret»&b=«?»\n"],
]);

/** bash(1), printf; printf(3) for the conversions. */
itPrints("printf", [
  ["printf a", "a"],
  ["printf 'a\\n'", "a\n"],
  ["printf '%s' 'a\\n'", "a\\n"],
  ["printf '%s\\n' a b", "a\nb\n"],
  ["printf '%s=%s&' a b c d", "a=b&c=d&"],
  ["printf '%s-%s;' a b c", "a-b;c-;"],
  ["printf '%%'", "%"],
  ["printf '100%% %s' a", "100% a"],
  ["printf '%b' 'a\\tb'", "a\tb"],
  ["printf '\\x41\\101'", "AA"],
  ["printf '%d' 7", "7"],
  ["printf '%5s|' ab", "   ab|"],
  ["printf '%-5s|' ab", "ab   |"],
  ["printf '%.2s' abc", "ab"],
  ["printf '%02d' 7", "07"],
  ["printf '%x' 255", "ff"],
  ["printf '%02X' \"'A\"", "41"],
  ["printf '%c' abc", "a"],
  ["printf '%q' 'a b'", "«?»"],
  ["printf -- '-%s' a", "-a"],
  ["printf -v X '%s!' a; echo $X", "a!\n"],
  ["printf '%s'", ""],
  ["printf 'a' b c", "a"],
  ["printf '%s' \"$CLIENT_SECRET\"", "«secret»"],
  ["printf '%5s' \"$CLIENT_SECRET\"", "«secret»"],
  ["printf '%02X' \"'$CLIENT_SECRET\"", "«secret»"],
  ['printf \'{"client_secret":"%s"}\' "$CLIENT_SECRET"', '{"client_secret":"«secret»"}'],
]);

/** cat(1), tee(1) of GNU's coreutils. */
itPrints(
  "cat and tee",
  [
    ["cat f", "one\ntwo\n"],
    ["cat f g", "one\ntwo\nthree\n"],
    ["cat < f", "one\ntwo\n"],
    ["echo a | cat", "a\n"],
    ["echo a | cat -", "a\n"],
    ["echo a | cat f - g", "one\ntwo\na\nthree\n"],
    ["cat -- f", "one\ntwo\n"],
    ["tac f", "two\none\n"],
    ["cat -n g", "«?»"],
    ["cat f | tee h", "one\ntwo\n"],
    ["echo a | tee h i > /dev/null; cat h i", "a\na\n"],
    ["echo a > h; echo b | tee -a h > /dev/null; cat h", "a\nb\n"],
    ["echo a > h; echo b | tee h > /dev/null; cat h", "b\n"],
  ],
  { files: { f: "one\ntwo\n", g: "three\n" } },
);
