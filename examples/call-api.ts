/**
 * Calls an API with the access token in the environment. The token reaches curl through a pipe, because the arguments of
 * a command are in the process list; printf is a part of /bin/sh.
 */
export const CALL_API = [
  `printf 'header = "Authorization: Bearer %s"\\n' "$ACCESS_TOKEN"`,
  `curl -q --config - --fail --silent --show-error --output /dev/null "$API_URL"`,
].join(" | ");
