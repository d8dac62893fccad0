import type { Environment } from "./child";

/** What a person has set for their own Terraform, or for their own token requests, must not reach a test. */
const PERSONAL = /^(TF_|TOFU_|OAUTH)/;

/** The environment that an engine starts with: this process's without what is personal, then what is given. */
export function engineEnvironment(given: Environment = {}): Environment {
  const inherited = Object.entries(process.env).filter(([name]) => !PERSONAL.test(name));
  return {
    ...Object.fromEntries(inherited),
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    ...given,
  };
}
