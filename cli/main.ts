#!/usr/bin/env node
import { PROCESS } from "./output.js";
import { run } from "./run.js";

// A reader that has seen enough, such as `head`, ends the pipe: that is no failure of the command.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void run(process.argv.slice(2), PROCESS).then((status) => {
  // Set instead of exited with, so that a long report is written to its end.
  process.exitCode = status;
});
