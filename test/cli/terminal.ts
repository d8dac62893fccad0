import { execFileSync, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { onTestFinished, type TestContext } from "vitest";
import { cannotRun } from "../needs";
import { COMMAND } from "./command";

/** A machine under load is slow; a test that waits for what never comes has to end all the same. */
const PATIENCE_MS = 60_000;

/** A real terminal with a shell in it, as a user has it, by tmux. It is closed when the test has ended. */
export class Terminal {
  static async open(context: TestContext, environment: Readonly<Record<string, string>> = {}): Promise<Terminal> {
    if (spawnSync("tmux", ["-V"]).status !== 0) cannotRun(context, "tmux is not installed");
    const terminal = new Terminal(`commands-${randomUUID()}`);
    const settings = Object.entries({ PATH: process.env["PATH"] ?? "", PS1: "ready> ", ...environment }).map(
      ([name, value]) => `${name}=${value}`,
    );
    // tmux tells what runs in it which terminal it is, so that is all that is inherited.
    const shell = ["env", "-u", "NO_COLOR", "-u", "FORCE_COLOR", "-u", "CI", ...settings, "dash"];
    terminal.tmux("-f", "/dev/null", "new-session", "-d", "-x", "300", "-y", "60", ...shell);
    onTestFinished(() => {
      terminal.tmux("kill-server");
    });
    await terminal.shellWaits();
    return terminal;
  }

  private constructor(private readonly name: string) {}

  /** Types the command line, as it is run from the sources, and presses Enter. */
  run(...args: readonly string[]): void {
    this.type([...COMMAND, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" "));
    this.press("Enter");
  }

  type(text: string): void {
    this.tmux("send-keys", "-l", text);
  }

  /** A key by tmux's name for it, such as Enter or C-c. */
  press(key: string): void {
    this.tmux("send-keys", key);
  }

  /** What the terminal shows and has shown, with its colours where they are asked for. */
  screen(colours = false): string {
    return this.tmux("capture-pane", "-p", "-J", "-S", "-", ...(colours ? ["-e"] : []));
  }

  /** Waits until the terminal shows a text, and gives all that it shows then. */
  async shows(pattern: RegExp): Promise<string> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const screen = this.screen();
      if (pattern.test(screen)) return screen;
      if (Date.now() > until) throw new Error(`The terminal does not show ${String(pattern)}, but:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Waits until what was run has ended. */
  async shellWaits(): Promise<void> {
    await this.shows(/ready> \s*$/);
  }

  /** The exit status of what was run before. */
  async status(): Promise<number> {
    // What is typed before the command has ended may be read by it.
    await this.shellWaits();
    const mark = randomUUID().slice(0, 8);
    this.type(`echo "${mark}"=$?`);
    this.press("Enter");
    const screen = await this.shows(new RegExp(`^${mark}=\\d+$`, "m"));
    return Number(new RegExp(`^${mark}=(\\d+)$`, "m").exec(screen)?.[1]);
  }

  /** Whether the terminal shows what is typed and gives it line by line, as it does for a shell's user. */
  async isRestored(): Promise<boolean> {
    await this.shellWaits();
    const mark = randomUUID().slice(0, 8);
    this.type(`stty -a; echo "${mark}"=end`);
    this.press("Enter");
    const screen = await this.shows(new RegExp(`^${mark}=end$`, "m"));
    const settings = screen.slice(screen.lastIndexOf("speed"));
    return / echo\b/.test(settings) && / icanon\b/.test(settings) && !/ -(echo|icanon)\b/.test(settings);
  }

  private tmux(...args: readonly string[]): string {
    return execFileSync("tmux", ["-L", this.name, ...args], { encoding: "utf8" });
  }
}
