import { itPrints } from "./prints";

/** sed(1): GNU sed 4. */
itPrints(
  "sed",
  [
    ["echo a-b | sed 's/-/+/'", "a+b\n"],
    ["echo a-b-c | sed 's/-/+/'", "a+b-c\n"],
    ["echo a-b-c | sed 's/-/+/g'", "a+b+c\n"],
    ["echo 'x @ID@ y' | sed 's/@ID@/a/'", "x a y\n"],
    ["echo 'x @ID@ y' | sed 's|@ID@|a/b|'", "x a/b y\n"],
    ["echo 'x @ID@ y' | sed -e 's/@ID@/a/' -e 's/y/z/'", "x a z\n"],
    ["echo 'x @ID@ y' | sed 's/@ID@/a/;s/y/z/'", "x a z\n"],
    ["echo 'a' | sed 's/a/[&]/'", "«?»"],
    ["echo 'a' | sed 's/\\(a\\)/\\1b/'", "«?»"],
    ["echo 'a.b' | sed 's/\\./-/'", "a-b\n"],
    ["echo 'axb' | sed 's/a.b/c/'", "«?»"],
    ["echo 'aab' | sed -E 's/a+/c/'", "«?»"],
    ["echo 'A' | sed 's/a/b/i'", "«?»"],
    ["echo 'a b' | sed 's/a b/\"c\"/'", '"c"\n'],
    ["echo 'a' | sed -n 's/a/b/p'", "«?»"],
    ["echo 'a' | sed -n p", "«?»"],
    ["echo a | sed '1d'", "«?»"],
    ["echo 's=@S@' | sed \"s|@S@|$REGION|\"", "s=«?»\n"],
    ["echo 's=@S@' | sed \"s#@S@#$CLIENT_SECRET#\"", "s=«secret»\n"],
    ["sed 's/@ID@/a/' f", "id=a\n"],
    ["sed -i 's/@ID@/a/' f; cat f", "id=a\n"],
    ["sed -i.bak 's/@ID@/a/' f; cat f", "id=a\n"],
    ["sed -e 's/@ID@/a/' < f", "id=a\n"],
  ],
  { files: { f: "id=@ID@\n" } },
);

/** POSIX awk. */
itPrints(
  "awk",
  [
    ["echo a b | awk '{print $1}'", "«?»"],
    ["awk 'BEGIN { print \"a\" }' < f", "«?»"],
    ["printf %s \"$CLIENT_SECRET\" | awk '{print $1}'", "«secret»"],
    ["awk -v s=\"$CLIENT_SECRET\" 'BEGIN { print s }'", "«secret»"],
  ],
  { files: { f: "a\n" } },
);

/** The pages of GNU's coreutils, and grep(1). */
itPrints("filters of lines and characters", [
  ["printf 'a\\nb\\nc\\n' | head -n 1", "a\n"],
  ["printf 'a' | head -n 1", "a"],
  ["printf 'a\\nb\\n' | tail -n 1", "b\n"],
  ["printf 'a\\nb\\n' | tail -1", "b\n"],
  ["printf 'b\\na\\n' | sort", "a\nb\n"],
  ["printf 'a\\na\\n' | uniq", "a\n"],
  ["printf 'a\\nb\\n' | grep a", "«?»"],
  ["printf 'a\\nb\\n' | grep -q a", ""],
  ["printf 'a\\nb\\n' | grep -c a", "«field»"],
  ["printf 'a\\nb\\n' | wc -l", "«? encoded»"],
  ["echo a:b | cut -d: -f2", "«?»"],
  ["echo 'a b' | tr ' ' '+'", "a+b\n"],
  ["printf 'a\\nb\\n' | tr -d '\\n'", "ab"],
  ["printf 'a\\nb' | tr '\\n' ' '", "a b"],
  ["printf 'abc' | tr a-z A-Z", "ABC"],
  ["printf 'a b' | tr -d ' '", "ab"],
  ["printf '\"a\"' | tr -d '\"'", "a"],
  ["printf 'a' | rev", "«?»"],
  ["printf %s \"$CLIENT_SECRET\" | tr -d '\\n'", "«secret»"],
  ['printf %s "$CLIENT_SECRET" | tr a-z A-Z', "«secret»"],
  ["printf 'user:%s' \"$CLIENT_SECRET\" | cut -d: -f2", "«secret»"],
  ["printf 'a' | xxd -p", "«?»"],
  ["printf 'a' | od -An -tx1", "«?»"],
  ["printf 'a' | fold -w 1", "«?»"],
  ["printf 'a' | sha256sum", "«? encoded»"],
  ['printf %s "$CLIENT_SECRET" | sha256sum', "«? encoded»"],
  ["printf 'a' | gzip | gunzip", "«?»"],
]);

/** base64(1) of coreutils, and openssl-enc(1): both break lines, after 76 and 64 characters. */
itPrints(
  "Base64",
  [
    ["printf a:b | base64", "YTpi\n"],
    ["printf a:b | base64 -w0", "YTpi"],
    ["printf a:b | base64 -w 0", "YTpi"],
    ["printf a:b | base64 --wrap=0", "YTpi"],
    ["printf a:b | base64 | tr -d '\\n'", "YTpi"],
    ["X=$(printf a:b | base64); echo $X", "YTpi\n"],
    ["base64 f", "YTpi\n"],
    ["base64 < f", "YTpi\n"],
    ["printf YTpi | base64 -d", "a:b"],
    ["printf YTpi | base64 --decode", "a:b"],
    ["base64 -d <<< YTpi", "a:b"],
    ["printf a:b | openssl base64", "YTpi\n"],
    ["printf a:b | openssl base64 -A", "YTpi"],
    ["printf a:b | openssl enc -base64 -A", "YTpi"],
    ["printf YTpi | openssl base64 -d -A", "a:b"],
    ["printf 'id:%s' \"$CLIENT_SECRET\" | base64 -w0", "«secret»"],
    ["printf 'id:%s' \"$CLIENT_SECRET\" | base64 -w0 | base64 -d", "id:«secret»"],
    ['printf %s "$CLIENT_SECRET" | openssl base64 -A', "«secret»"],
  ],
  { files: { f: "a:b" }, needs: ["openssl"] },
);

/** openssl-dgst(1), openssl-rand(1): nothing of what they print is the secret. */
itPrints(
  "what openssl makes of its input",
  [
    ["printf a | openssl dgst -sha256", "«? encoded»"],
    ['printf %s "$CLIENT_SECRET" | openssl sha256', "«? encoded»"],
    ["openssl rand -hex 8", "«?»"],
  ],
  { needs: ["openssl"] },
);

/** envsubst(1) of gettext. */
itPrints(
  "envsubst",
  [
    ["echo 'a=$REGION' | envsubst", "a=«?»\n"],
    ["echo 'a=${CLIENT_SECRET}' | envsubst", "a=«secret»\n"],
    ["export A=b; echo '$A$A' | envsubst", "bb\n"],
    ["export A=b C=d; echo '$A $C' | envsubst '$A'", "b $C\n"],
    ["export A=b; envsubst < f", "x=b\n"],
    ["echo '$' | envsubst", "$\n"],
    ["echo 'a' | envsubst", "a\n"],
  ],
  { files: { f: "x=${A}\n" }, needs: ["envsubst"] },
);

/** dirname(1), basename(1), realpath(1). */
itPrints("paths", [
  ["dirname /a/b/c", "/a/b\n"],
  ["dirname c", ".\n"],
  ["dirname /a/b/", "/a\n"],
  ["basename /a/b.sh", "b.sh\n"],
  ["basename /a/b.sh .sh", "b\n"],
  ["basename -s .sh /a/b.sh", "b\n"],
  ["basename /a/b/", "b\n"],
  ["dirname -- /a/b", "/a\n"],
  ["dirname $REGION/a", "«?»"],
  ["realpath /etc/../etc", "/etc\n"],
  ["realpath -m /a/../b", "/b\n"],
]);
