import { describe, expect, it } from "vitest";
import { joinFiles, readTfJson } from "../../checks/configuration/read.js";
import { examine } from "../../checks/run/examine.js";
import { Budget, LIMITS, type Limits } from "../../checks/terraform/budget.js";

const REQUEST = "curl https://x.example/oauth/token -d grant_type=client_credentials";

const file = (name: string, ...resources: string[]) =>
  readTfJson(
    JSON.stringify({
      resource: {
        null_resource: Object.fromEntries(
          resources.map((resource) => [resource, { provisioner: [{ "local-exec": { command: REQUEST } }] }]),
        ),
      },
    }),
    name,
  );

/** What is found in two files, and what is told to be cut, with these limits. */
function examined(limits: Partial<Limits>, now = Date.now()): { found: string[]; cut: string[] } {
  const directory = joinFiles("/limits", [file("/limits/a.tf.json", "a", "b", "c"), file("/limits/b.tf.json", "d")]);
  const { findings, problems } = examine(
    [directory],
    {},
    {
      budget: new Budget({ ...LIMITS, ...limits }, (work) => work(), now),
      runRule: (rule) => {
        rule();
      },
    },
  );
  return {
    found: [...new Set(findings.map(({ address }) => address))],
    cut: problems.map(({ file: path, message }) => `${path} ${message}`),
  };
}

const ALL = ["null_resource.a", "null_resource.b", "null_resource.c", "null_resource.d"];
const inPart = (path: string, why: string): string => `${path} This ${why}: it was checked in part.`;

describe("a limit", () => {
  it("is far from what a few requests take", () => {
    expect(examined({})).toEqual({ found: ALL, cut: [] });
  });

  it("of a file's steps leaves other files alone, and is told", () => {
    const { found, cut } = examined({ stepsOfFile: 8 });
    expect(found).toContain("null_resource.a");
    expect(found).not.toContain("null_resource.c");
    expect(cut).toContain(
      inPart("/limits/a.tf.json", "takes more steps to follow, with the rest of its file, than a file may"),
    );
  });

  it("of a folder's time ends all that comes after, and is told", () => {
    const { found, cut } = examined({}, Date.now() - LIMITS.milliseconds - 1);
    expect(found).toEqual([]);
    const why = "was not followed: its folder had taken as long as a folder may";
    expect(new Set(cut)).toEqual(new Set([inPart("/limits/a.tf.json", why), inPart("/limits/b.tf.json", why)]));
  });
});
