import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { cannotRun } from "../needs";

const root = fileURLToPath(new URL("../../", import.meta.url));

it.for(["lib/program/files/request.sh", "lib/program/files/sign.sh", "lib/program/files/failure.sh", ".ci/run"])(
  "shellcheck has nothing to say of %s",
  (file, context) => {
    const { error, status, stdout } = spawnSync("shellcheck", [file], { cwd: root, encoding: "utf8" });
    if (error) cannotRun(context, "shellcheck is not installed");
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  },
);

it("the program has the line ends of POSIX whatever git does", () => {
  expect(readFileSync(`${root}lib/program/files/request.sh`, "utf8")).not.toContain("\r");
  expect(readFileSync(`${root}.gitattributes`, "utf8")).toMatch(/eol=lf/);
});
