#!/usr/bin/env node
import { run } from "./run.js";

// A reader that has seen enough, such as `head`, ends the pipe: that is no failure of the checks.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void run(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
}).then((status) => {
  // Set instead of exited with, so that a long report is written to its end.
  process.exitCode = status;
});
