import type { HttpRequest } from "../../checks/requests/request";
import { sketch } from "../../checks/values/symbolic-string";

/** A request in the words of its parts. */
export function described({
  method,
  url,
  body,
  headers,
  basicAuth: user,
  insecure,
  verbose,
  followsRedirects: follows,
  failsOnError: fails,
  failureChecked,
}: HttpRequest): object {
  const parts = {
    method,
    url: sketch(url),
    body: body.map(
      ({ content, channel, formEncodes: encodes, json }) =>
        `${channel}${encodes ? " encoded" : ""}${json ? " json" : ""} ${sketch(content)}`,
    ),
    headers: headers.map(({ name, value }) => `${name}: ${sketch(value)}`),
    user: user && sketch(user.value),
    insecure,
    verbose,
    follows,
    fails,
    failureChecked,
  };
  return Object.fromEntries(
    Object.entries(parts).filter(
      ([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
