// Loaded into a measured process: tells at its end how much memory it took at most, in KiB.
process.on("exit", () => {
  process.stderr.write(`maxRSS=${process.resourceUsage().maxRSS}\n`);
});
