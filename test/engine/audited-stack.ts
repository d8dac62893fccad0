import { mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, type TerraformStack } from "cdktf";
import { expect, type TestContext } from "vitest";
import type { LeakAudit } from "../audit/leak-audit";
import { announce, initialized } from "./engine-for";
import type { Engine } from "./engines";
import { Workspace } from "./workspace";
import type { Environment, Run } from "./child";

export interface AuditedStackOptions {
  readonly context: TestContext;
  readonly engine: Engine;
  readonly audit: LeakAudit;
  /** The stack's id. */
  readonly name: string;
  readonly create: (app: App, name: string) => TerraformStack;
  /** Where the secret is given. */
  readonly env: Environment;
}

/** A synthesized stack whose every file and output is audited, in a folder that holds all that a run leaves behind. */
export class AuditedStack {
  /** Synthesizes the stack and initializes the engine, which is announced with what it works with. */
  static async initialized(options: AuditedStackOptions): Promise<AuditedStack> {
    const stack = new AuditedStack(options);
    options.audit.output("init", (await initialized(options.context, stack.workspace)).output);
    return stack;
  }

  readonly folder = mkdtempSync(join(tmpdir(), "audited-stack-"));
  readonly workspace: Workspace;
  readonly #audit: LeakAudit;

  private constructor({ engine, audit, name, create, env }: AuditedStackOptions) {
    this.#audit = audit;
    const app = new App({ outdir: this.folder });
    const directory = join(this.folder, "stacks", name);
    // Beside what is synthesized, so that the audit finds it.
    new LocalBackend(create(app, name), { path: join(directory, "terraform.tfstate") });
    app.synth();
    // For what the engine or a shell leaves behind.
    const temporary = join(this.folder, "tmp");
    mkdirSync(temporary);
    const log = { TF_LOG: "TRACE", TF_LOG_PATH: join(directory, "trace.log") };
    this.workspace = new Workspace({
      engine,
      folder: directory,
      log: announce,
      env: { ...env, ...log, TMPDIR: temporary },
    });
  }

  /** Runs one command, and looks at what it prints and leaves behind. */
  async run(title: string, command: (workspace: Workspace) => Promise<Run>): Promise<Run> {
    const run = await command(this.workspace);
    this.#audit.output(title, run.output);
    this.#audit.files(this.folder);
    return run;
  }

  /** The output of a command that must succeed. */
  async succeed(title: string, command: (workspace: Workspace) => Promise<Run>): Promise<string> {
    const { code, output } = await this.run(title, command);
    expect(code, `${title}: ${output}`).toBe(0);
    return output;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
