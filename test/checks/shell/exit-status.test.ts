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
    `X=$(curl -sS -w '%{http_code}' https://sso.acme.example/token -o t); [ "$X" = 200 ] || exit 1; echo done`,
  ])("%s", (script) => {
    expect(checked(script)).toBe(true);
  });
});
