import { optionLines } from "../options/help.js";
import { GROUPS } from "./options.js";

const OPTION_LINES = Object.entries(GROUPS)
  .map(([title, rows]) => `${title}:\n${optionLines(rows)}`)
  .join("\n\n");

export const USAGE = `Makes one access token request, by the very program that Terraform runs, and says what came back.

Usage: cdktf-oauth2-token request --token-endpoint URL --client-id ID [options]
       cdktf-oauth2-token request --issuer URL --client-id ID [options]
       cdktf-oauth2-token request --genesys-cloud REGION --client-id ID [options]

The client secret comes from the environment, a file or a command, or is asked for on the terminal. It is never an
argument.

${OPTION_LINES}

Exit status:
  0       an access token was received
  10, 11  the command line cannot be carried out; the secret is missing or empty
  others  the program's own: 16 no metadata, 20 to 23 not reached, 30 to 35 refused, 40 to 48 an answer that will not do,
          52 not revoked, 143 ended

Examples:
  cdktf-oauth2-token request --genesys-cloud eu-central-1 --client-id abc123
  cdktf-oauth2-token request --token-endpoint https://login.example.com/token --client-id abc123 \\
    --client-secret-env CLIENT_SECRET --method post --scope "read write" --json
`;
