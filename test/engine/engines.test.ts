import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { announce, engineFor, initialized } from "./engine-for";
import { ENGINE_NAMES } from "./engines";
import { Workspace } from "./workspace";

/** Written by hand in the shape that CDKTF synthesizes, with its pinned versions. */
const STACK = {
  terraform: {
    required_providers: {
      null: { source: "null", version: "3.2.4" },
      external: { source: "external", version: "2.3.5" },
    },
  },
  variable: { word: { type: "string", sensitive: true, ephemeral: true } },
  data: { external: { answer: { program: ["sh", "-c", `echo '{"seen":"data"}'`] } } },
  resource: {
    null_resource: {
      ask: {
        provisioner: [
          {
            "local-exec": {
              // The command is the last argument: a script's $0 here, and all that a failure names.
              interpreter: ["sh", "-c", 'printf %s "$WORD" > "$1"', "sh", "${path.module}/written"],
              command: "a label",
              environment: { WORD: "${var.word}" },
            },
          },
        ],
      },
    },
  },
  output: { seen: { value: "${data.external.answer.result.seen}" } },
};

describe.each(ENGINE_NAMES)("%s", (name) => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "engine-"));
    await writeFile(join(folder, "cdk.tf.json"), JSON.stringify(STACK));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it("initializes, plans, applies and destroys a stack", async (context) => {
    const engine = await engineFor(context, name);
    const workspace = new Workspace({ engine, folder, log: announce });
    const vars = { word: "said at apply" };

    const init = await initialized(context, workspace, () => workspace.init());
    expect(Object.keys(init.versions).sort()).toEqual(["external", "null"]);

    const plan = await workspace.plan({ out: "saved.plan", vars });
    expect(plan.code, plan.output).toBe(0);
    expect(plan.output).toContain("1 to add");

    // An ephemeral variable is in no saved plan: it is given again.
    const apply = await workspace.apply({ plan: "saved.plan", vars });
    expect(apply.code, apply.output).toBe(0);
    expect(await readFile(join(folder, "written"), "utf8")).toBe("said at apply");

    const again = await workspace.plan({ vars, args: ["-detailed-exitcode"] });
    expect(again.code, again.output).toBe(0);

    const show = await workspace.show();
    expect(JSON.parse(show.stdout)).toMatchObject({ values: { outputs: { seen: { value: "data" } } } });

    const destroy = await workspace.destroy({ vars });
    expect(destroy.code, destroy.output).toBe(0);
    expect(destroy.output).toContain("1 destroyed");
  });

  it("takes nothing from a person's own settings, and logs where it is told to", async (context) => {
    const engine = await engineFor(context, name);
    const trace = join(folder, "trace.log");
    process.env.TF_CLI_ARGS = "-not-an-option";
    try {
      const run = await new Workspace({ engine, folder }).run(["version"], {
        env: { TF_LOG: "TRACE", TF_LOG_PATH: trace },
      });
      expect(run.code, run.output).toBe(0);
      expect(await readFile(trace, "utf8")).toContain("version");
    } finally {
      delete process.env.TF_CLI_ARGS;
    }
  });

  it("ends a command that takes too long, with everything it has started", async (context) => {
    const engine = await engineFor(context, name);
    const pulse = join(folder, "pulse");
    const program = ["sh", "-c", `while :; do echo alive >> '${pulse}'; sleep 0.1; done`];
    const hanging = { data: { external: { hang: { program } } } };
    const providers = { terraform: { required_providers: { external: STACK.terraform.required_providers.external } } };
    await writeFile(join(folder, "cdk.tf.json"), JSON.stringify({ ...providers, ...hanging }));
    const workspace = new Workspace({ engine, folder });
    await initialized(context, workspace, () => workspace.init());

    const plan = await workspace.plan({ timeoutMs: 3_000 });
    expect(plan.timedOut).toBe(true);
    expect(plan.code).not.toBe(0);
    const beats = await readFile(pulse, "utf8");
    await sleep(500);
    expect(await readFile(pulse, "utf8")).toBe(beats);
  });
});
