import type { Environment } from "../engine/child";

/** What npm tells the scripts it runs: an npm within them would take this repository for its own project. */
const OF_A_SCRIPT = /^(npm_(package|lifecycle)_|npm_config_(local_prefix|workspace)|INIT_CWD$|NODE_PATH$|NODE_ENV$)/i;

/** The environment of npm and pnpm in a folder of their own: registry, cache and proxy stay the user's choice. */
export function npmEnvironment(given: Environment = {}): Environment {
  const inherited = Object.entries(process.env).filter(([name]) => !OF_A_SCRIPT.test(name));
  const quiet = { npm_config_fund: "false", npm_config_audit: "false", npm_config_update_notifier: "false" };
  return { ...Object.fromEntries(inherited), ...quiet, ...given };
}
