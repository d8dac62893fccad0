import { describe, expect, it } from "vitest";
import { follow } from "./run";

const GET = "curl -fsS https://sso.acme.example/token -o t";

/** Whether something acts on the failure of the request, before the script ends and Terraform sees its status. */
const checked = (script: string): boolean =>
  follow(script).effects.requests.every(({ failureChecked }) => failureChecked);
/** Whether the script's own status tells of the failure. */
const passedOn = (script: string): boolean => {
  const { effects, status } = follow(script);
  return effects.requests.every((request) => status.failsWith.has(request));
};

describe("the status of a script is that of its request", () => {
  it.each([
    GET,
    `set -e; ${GET}; echo done`,
    `set -eu\n${GET}\necho done`,
    `cd /tmp && ${GET}`,
    `${GET} && echo done`,
    `set -e; (${GET}); echo done`,
    `set -e; { ${GET}; }; echo done`,
    `set -e; X=$(${GET}); echo done`,
    `set -e; f() { ${GET}; }; f; echo done`,
    `set -eo pipefail; ${GET} | cat; echo done`,
    `bash -ec '${GET}; echo done'`,
    `ok=false; for i in 1 2; do if ${GET}; then ok=true; break; fi; done; $ok || exit 1; echo done`,
    `trap 'echo no; exit 1' ERR; ${GET}; echo done`,
    `no() { echo no; exit 1; }; trap no ERR; ${GET}; echo done`,
    `set -e; ${GET} & pid=$!; sleep 1; wait "$pid"; echo done`,
    `for i in 1 2; do ${GET} && exit 0; sleep 5; done; exit 1`,
    `for i in 1 2; do ${GET} && { echo got it; exit 0; }; sleep 5; done; echo "gave up" >&2; exit 1`,
    `for i in 1 2; do if ${GET}; then exit 0; fi; sleep 5; done; exit 1`,
    `for i in 1 2; do ${GET} && break; [ "$i" = 2 ] && exit 1; sleep 5; done; echo done`,
    `set -e; f() { for i in 1 2; do ${GET} && return 0; done; false; }; f; echo done`,
  ])("%s", (script) => {
    expect(checked(script) || passedOn(script)).toBe(true);
  });
});

describe("the status of a script says nothing of its request", () => {
  it.each([
    `${GET}; echo done`,
    `${GET} | cat`,
    `set -e; ${GET} | cat; echo done`,
    `set -e; ${GET} || true; echo done`,
    `set -e; export X=$(${GET}); echo done`,
    `set -e; ${GET} && echo a; echo done`,
    `set -e; ${GET} & wait; echo done`,
    `trap 'echo no' ERR; ${GET}; echo done`,
    `trap 'exit 1' EXIT; ${GET}; echo done`,
    `set -e; f() { ${GET}; echo a; }; if ! f; then exit 1; fi; echo done`,
    `set -e; coproc ${GET}; echo done`,
    `set -e; ${GET} & sleep 5 & wait $!; echo done`,
    `${GET} | cat; [ "\${PIPESTATUS[1]}" = 0 ] || exit 1; echo done`,
    `${GET} | cat; echo done; [ "\${PIPESTATUS[0]}" = 0 ] || exit 1; echo done`,
    `for i in 1 2; do ${GET} && exit 0; sleep 5; done; echo "gave up"`,
    `for i in 1 2; do ${GET} && exit 0; sleep 5; done`,
    `for i in 1 2; do ${GET} && break; sleep 5; done; ./deploy.sh || exit 1`,
    `for i in 1 2; do if ${GET}; then break; fi; sleep 5; done; ./deploy.sh`,
    `f() { for i in 1 2; do ${GET} && return 0; done; return 1; }; f; echo done`,
    `f() { ${GET} && return 0; sleep 5; }; f; exit 1`,
    `X=$(${GET}); echo done`,
    `${GET} & wait`,
    `set -e; set +e; ${GET}; echo done`,
  ])("%s", (script) => {
    expect([checked(script), passedOn(script)]).toEqual([false, false]);
  });
});

describe("a script looks at the failure itself", () => {
  it.each([
    `if ! ${GET}; then exit 1; fi; echo done`,
    `${GET} || exit 1; echo done`,
    `${GET} || { echo failed; exit 1; }; echo done`,
    `${GET}; if [ $? -ne 0 ]; then exit 1; fi; echo done`,
    `die() { exit 1; }; ${GET} || die; echo done`,
    `until ${GET}; do sleep 1; done; echo done`,
    `${GET} & if ! wait $!; then exit 1; fi; echo done`,
    `${GET} | cat; if [ "\${PIPESTATUS[0]}" -ne 0 ]; then exit 1; fi; echo done`,
    `${GET} | cat; (( PIPESTATUS[0] == 0 )) || exit 1; echo done`,
    `${GET} | cat; codes=("\${PIPESTATUS[@]}"); [ "\${codes[0]}" = 0 ] || exit 1; echo done`,
    `${GET} | cat; exit "\${PIPESTATUS[0]}"`,
    `while true; do ${GET} && break; sleep 5; done; echo done`,
    `pids=; for i in 1 2; do ${GET} & pids="$pids $!"; done; for pid in $pids; do wait $pid || exit 1; done; echo done`,
    `sleep 1 & pids=($!); ${GET} & pids+=($!); for pid in "\${pids[@]}"; do wait "$pid" || exit 1; done; echo done`,
    `set -e; f() { ${GET}; }; if ! f; then exit 1; fi; echo done`,
    `for i in 1 2; do ${GET} && ok=1 && break; done; [ -n "$ok" ] || exit 1; echo done`,
    `ok=; ${GET} && ok=1; [ -n "$ok" ] || exit 1; echo done`,
    `f() { for i in 1 2; do ${GET} && return 0; done; return 1; }; f || exit 1; echo done`,
    `X=$(curl -sS -w '%{http_code}' https://sso.acme.example/token -o t); [ "$X" = 200 ] || exit 1; echo done`,
  ])("%s", (script) => {
    expect(checked(script)).toBe(true);
  });
});

describe("make ends with the first failure of a recipe's shell", () => {
  it.each([
    [`all: t\nt:\n\t${GET}`, true],
    [`t := token\nall: $(t)\n$(t):\n\t${GET} | cat > $@`, false],
    [`SHELL := bash\n.SHELLFLAGS := -eu -o pipefail -c\nall:\n\t${GET} | cat > t`, true],
    [`all: ; ${GET} || true`, false],
  ])("%s", (makefile, expected) => {
    const { effects, status } = follow("make", { Makefile: makefile });
    expect(effects.requests.map((request) => status.failsWith.has(request))).toEqual([expected]);
  });
});
