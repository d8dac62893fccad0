import { optionLines } from "../options/help.js";
import { OPTIONS } from "./options.js";

export const USAGE = `Verifies the access token requests of synthesized stacks, before Terraform makes them: makes each different one once.

Usage: cdktf-oauth2-token verify [paths] [options]

Paths are what CDKTF synthesizes: its output (cdktf.out), the folder of one stack, or its cdk.tf.json.
Without any, cdktf.out in the working directory.

Secrets come as Terraform would get them: from TF_VAR_ variables, terraform.tfvars, *.auto.tfvars, --var-file, the
environment, files and commands. What only Terraform can know is said, and left out.

${optionLines(OPTIONS)}

Exit status:
  0  all requests that could be made were granted
  1  one was refused, or its answer will not do
  2  one could not be made or judged (a secret or a variable is missing, no connection, throttled), or a path could not be read
  3  nothing was found that could be verified
`;
