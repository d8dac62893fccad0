import type { TokenExchange } from "../../test/server/oauth-server";
import { styled } from "./print";

const MASK = "********";
const COLUMN = 36;

/** Without the client's secret, whatever a shell has made of it, and without the access token, which is a secret too. */
export function masked({ body, answer, ...rest }: TokenExchange): TokenExchange {
  const token = "access_token" in answer ? { access_token: MASK } : {};
  return {
    ...rest,
    body: body
      .replace(/("client_secret":").*(?="\})/, (_, name: string) => name + MASK)
      .replace(/(client_secret=)[^&]*/, (_, name: string) => name + MASK),
    answer: { ...answer, ...token },
  };
}

/** The rows of a table: what was sent as JSON, what as a form, and the answers. */
export function sideBySide(json: TokenExchange, form: TokenExchange): string[][] {
  return [
    ["curl heredoc", "LocalExecAccessToken"].map((title) => styled("bold", title)),
    [json.contentType, form.contentType],
    ["", ""],
    [wrapped(json.body.trim(), ","), wrapped(form.body, "&")],
    ["", ""],
    [answerOf(json), answerOf(form)],
  ];
}

function answerOf({ status, answer }: TokenExchange): string {
  return `${status}\n${wrapped(JSON.stringify(answer), ",: ")}`;
}

/** Breaks a text behind the given characters, where a line would be longer than a column. */
function wrapped(text: string, breaks: string): string {
  const parts = text.match(new RegExp(`[^${breaks}]*[${breaks}]?`, "g")) ?? [];
  const lines = parts.reduce<string[]>(
    (all, part) => {
      const last = all.at(-1) ?? "";
      return (last + part).length > COLUMN ? [...all, part] : [...all.slice(0, -1), last + part];
    },
    [""],
  );
  return lines.filter((line) => line !== "").join("\n");
}
