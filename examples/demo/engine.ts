import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { AuditedStack } from "../../test/engine/audited-stack";
import { isAtLeast, type Engine } from "../../test/engine/engines";
import type { Machine } from "./machine";
import { COLOURS, doing, waitFor } from "./print";

/** Applies stacks with Terraform or OpenTofu. */
export function engineMachine(engine: Engine): Machine {
  return {
    does: `${engine.title} (${engine.origin === "found" ? engine.binary : "built"}) applies it`,
    async carryOut({ subject, server, witness }) {
      const { name, needs, byHand } = subject;
      if (!isAtLeast(engine, needs)) return { missing: `it needs ${engine.name} ${needs[engine.name]}` };
      doing(`${subject.title}: ${engine.name} init, plan, apply ...`);
      const stack = new AuditedStack({
        engine,
        audit: witness.audit,
        name,
        create: (app) => subject.create(app, name, server),
        env: { [subject.secretVariable]: witness.secret },
        log: waitFor,
      });
      try {
        if (byHand) writeFileSync(join(stack.workspace.folder, byHand.file), byHand.text(server));
        const init = await stack.init();
        if (init.missing !== undefined) return { missing: `${engine.title} has ${init.missing}` };
        if (init.code !== 0) throw new Error(`${name}: init ended with ${init.code}:\n${init.output}`);
        const plan = await stack.succeed("plan", (workspace) => workspace.plan({ out: "saved.plan" }));
        const options = ["-input=false", ...(COLOURS ? [] : ["-no-color"]), "saved.plan"];
        const apply = await stack.run("apply", (workspace) => workspace.run(["apply", ...options]));
        witness.output("plan", plan);
        witness.output("apply", apply.output);
        witness.files(stack.folder);
        return apply;
      } finally {
        stack.remove();
      }
    },
  };
}
