import { join } from "node:path";
import { runChild, type Environment, type Run } from "./child";
import { engineEnvironment } from "./engine-environment";
import type { Engine } from "./engines";
import type { Log } from "./go-build";
import { obtainProviderMirror, OWN_ADDRESS } from "./providers";
import { ANSWER_WITHIN_MS, ANSWERED, registry, registryConfig } from "./registry";
import { lockedVersions, overrideVersions, removeOverride, requiresProviderBelow } from "./required-providers";

export interface WorkspaceOptions {
  readonly engine: Engine;
  /** The folder that holds cdk.tf.json. */
  readonly folder: string;
  /** Is told what takes long. */
  readonly log?: Log;
  /** For every command, over this process's own environment without what is personal in it; undefined removes. */
  readonly env?: Environment;
}

export interface CommandOptions {
  readonly env?: Environment;
  /** Given as TF_VAR_ variables: an argument would be in the process list, and a test for leaks would find it. */
  readonly vars?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly onOutput?: (chunk: string) => void;
}

export interface InitRun extends Run {
  /** Whether the stack's own pinned provider versions are installed, or the ones built here. */
  readonly providers: "pinned" | "built";
  /** Such as {null: "3.2.4"}; empty where init failed. */
  readonly versions: Readonly<Record<string, string>>;
  /** Why there are neither the one nor the other, where that is so. */
  readonly missing?: string;
}

const TIMEOUT_MS = 120_000;
const INIT_TIMEOUT_MS = 300_000;
const PLAIN = ["-input=false", "-no-color"];

/** One engine at work in one folder. */
export class Workspace {
  readonly engine: Engine;
  readonly folder: string;
  readonly #log: Log;
  readonly #env: Environment;
  #cliConfig: string | undefined;

  constructor(options: WorkspaceOptions) {
    this.engine = options.engine;
    this.folder = options.folder;
    this.#log = options.log ?? (() => undefined);
    this.#env = options.env ?? {};
  }

  /** Installs the pinned providers where the registry answers, else those that are built from source. */
  async init(options: CommandOptions = {}): Promise<InitRun> {
    let pinned: Run | undefined;
    const fromRegistry = !(await requiresProviderBelow(this.folder, OWN_ADDRESS));
    if (fromRegistry && registry.worthTrying(this.engine.name)) {
      pinned = await this.#initPinned(options);
      if (pinned.code === 0) return this.#installed(pinned, "pinned");
      this.#log(
        `${this.engine.title}: the registry does not answer, so providers built from source stand in for the pinned ones`,
      );
    }
    const mirror = await obtainProviderMirror(this.#log);
    if ("unavailable" in mirror) {
      const why = fromRegistry ? "the registry does not answer, and none are built" : "its own is built with Go only";
      const missing = `no providers: ${why}: ${mirror.unavailable}`;
      const failed = pinned ?? { code: 1, stdout: "", stderr: "", output: "", timedOut: false };
      return { ...(await this.#installed(failed, "pinned")), missing };
    }
    this.#cliConfig = mirror.cliConfig;
    await overrideVersions(this.folder, mirror.versions);
    const built = await this.#init(options);
    // Where the built ones fail as well, the stack may be at fault: then nothing was learnt about the registry.
    if (built.code === 0 && fromRegistry) registry.remember(this.engine.name);
    return this.#installed(built, "built");
  }

  /** With `out`, saves the plan to that file. */
  plan(options: CommandOptions & { out?: string } = {}): Promise<Run> {
    return this.run(["plan", ...PLAIN, ...(options.out === undefined ? [] : [`-out=${options.out}`])], options);
  }

  /** Applies a saved plan, or whatever is to be done now. */
  apply(options: CommandOptions & { plan?: string } = {}): Promise<Run> {
    const { plan, args = [], ...rest } = options;
    const what = plan === undefined ? ["-auto-approve", ...args] : [...args, plan];
    return this.run(["apply", ...PLAIN, ...what], rest);
  }

  destroy(options: CommandOptions = {}): Promise<Run> {
    return this.run(["destroy", ...PLAIN, "-auto-approve"], options);
  }

  /** The state, or a saved plan, as JSON in `stdout`. */
  show(options: CommandOptions & { plan?: string } = {}): Promise<Run> {
    const { plan, args = [], ...rest } = options;
    return this.run(["show", "-no-color", "-json", ...args, ...(plan === undefined ? [] : [plan])], rest);
  }

  /** Any command of the engine; `options.args` follow `args`. */
  async run(args: readonly string[], options: CommandOptions = {}): Promise<Run> {
    this.#cliConfig ??= await registryConfig();
    const vars = Object.entries(options.vars ?? {}).map(([name, value]) => [`TF_VAR_${name}`, value] as const);
    return runChild(this.engine.binary, [...args, ...(options.args ?? [])], {
      cwd: this.folder,
      env: engineEnvironment({
        TF_CLI_CONFIG_FILE: this.#cliConfig,
        TF_DATA_DIR: join(this.folder, ".terraform"),
        ...this.#env,
        ...options.env,
        ...Object.fromEntries(vars),
      }),
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      ...(options.signal && { signal: options.signal }),
      ...(options.onOutput && { onOutput: options.onOutput }),
    });
  }

  /** Gives up early where nothing comes from the registry, but not on a slow download. */
  async #initPinned(options: CommandOptions): Promise<Run> {
    this.#cliConfig = await registryConfig();
    await removeOverride(this.folder);
    const silence = new AbortController();
    const limit = setTimeout(() => {
      silence.abort();
    }, ANSWER_WITHIN_MS);
    let output = "";
    const onOutput = (chunk: string) => {
      output += chunk;
      if (ANSWERED.test(output)) clearTimeout(limit);
      options.onOutput?.(chunk);
    };
    const run = await this.#init({ ...options, signal: silence.signal, onOutput });
    clearTimeout(limit);
    return run;
  }

  /** With -upgrade, as a lock file in the folder may be of the other kind of providers. */
  #init(options: CommandOptions): Promise<Run> {
    return this.run(["init", ...PLAIN, "-upgrade"], { timeoutMs: INIT_TIMEOUT_MS, ...options });
  }

  async #installed(run: Run, providers: InitRun["providers"]): Promise<InitRun> {
    return { ...run, providers, versions: run.code === 0 ? await lockedVersions(this.folder) : {} };
  }
}

/** Such as "pinned providers: external 2.3.5, null 3.2.4". */
export function providersOf({ providers, versions }: InitRun): string {
  const named = Object.entries(versions).map(([provider, version]) => `${provider} ${version}`);
  return `${providers} providers: ${named.sort().join(", ")}`;
}
