import { createInterface } from "node:readline";
import { Writable } from "node:stream";

/**
 * Asks for a secret on the terminal, without showing what is typed. Node's own line editor reads it, so that editing keys,
 * Ctrl-C, Ctrl-D and Ctrl-Z do what they do elsewhere and the terminal is restored after each.
 *
 * @returns undefined where the question is not answered
 */
export function askSecret(question: string, input: NodeJS.ReadStream, terminal: NodeJS.WriteStream) {
  const shown = new Writable({
    write(_chunk, _encoding, done) {
      done();
    },
  });
  return new Promise<string | undefined>((resolve) => {
    const editor = createInterface({ input, output: shown, terminal: true, historySize: 0 });
    // Only now is nothing shown that is typed: who sees the question may begin at once.
    terminal.write(question);
    let answer: string | undefined;
    editor.on("line", (line) => {
      answer = line;
      editor.close();
    });
    editor.on("SIGINT", () => {
      editor.close();
      terminal.write("\n");
      // Ended by the signal, as a shell expects: a loop around this command ends too.
      process.kill(process.pid, "SIGINT");
    });
    editor.on("close", () => {
      terminal.write("\n");
      resolve(answer);
    });
  });
}
