/**
 * Calls an API with the access token in the environment. The token reaches curl through a pipe, because the arguments of
 * a command are in the process list, and in some shells printf is a command like any other. awk reads the environment itself.
 */
export const CALL_API = [
  `awk 'BEGIN { printf "header = \\"Authorization: Bearer %s\\"\\n", ENVIRON["ACCESS_TOKEN"] }'`,
  `curl -q --config - --fail --silent --show-error --output /dev/null "$API_URL"`,
].join(" | ");
