import { mkdtempSync, mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, LocalBackend, type TerraformStack } from "cdktf";
import type { LeakAudit } from "../audit/leak-audit";
import type { Environment, Run } from "./child";
import type { Engine } from "./engines";
import type { Log } from "./go-build";
import { Workspace, type InitRun } from "./workspace";

export interface AuditedStackOptions {
  readonly engine: Engine;
  readonly audit: LeakAudit;
  /** The stack's id. */
  readonly name: string;
  readonly create: (app: App, name: string) => TerraformStack;
  /** Where the secret is given. */
  readonly env: Environment;
  readonly log: Log;
}

/** A synthesized stack whose every file and output is audited, in a folder that holds all that a run leaves behind. */
export class AuditedStack {
  readonly folder = mkdtempSync(join(tmpdir(), "audited-stack-"));
  readonly workspace: Workspace;
  readonly #audit: LeakAudit;

  constructor({ engine, audit, name, create, env, log }: AuditedStackOptions) {
    this.#audit = audit;
    const app = new App({ outdir: this.folder });
    const directory = join(this.folder, "stacks", name);
    // Beside what is synthesized, so that the audit finds it.
    new LocalBackend(create(app, name), { path: join(directory, "terraform.tfstate") });
    app.synth();
    // For what the engine or a shell leaves behind.
    const temporary = join(this.folder, "tmp");
    mkdirSync(temporary);
    const trace = { TF_LOG: "TRACE", TF_LOG_PATH: join(directory, "trace.log") };
    this.workspace = new Workspace({ engine, folder: directory, log, env: { ...env, ...trace, TMPDIR: temporary } });
  }

  async init(): Promise<InitRun> {
    const init = await this.workspace.init();
    this.#look("init", init);
    return init;
  }

  /** Runs one command, and looks at what it prints and leaves behind. */
  async run(title: string, command: (workspace: Workspace) => Promise<Run>): Promise<Run> {
    const run = await command(this.workspace);
    this.#look(title, run);
    return run;
  }

  /** The output of a command that must succeed. */
  async succeed(title: string, command: (workspace: Workspace) => Promise<Run>): Promise<string> {
    const { code, output } = await this.run(title, command);
    if (code !== 0) throw new Error(`${title} ended with ${code}:\n${output}`);
    return output;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  #look(title: string, run: Run): void {
    this.#audit.output(title, run.output);
    this.#audit.files(this.folder);
  }
}
