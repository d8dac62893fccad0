/** A member that libraries give the answer to a request. */
export interface AnswerMember {
  /** In any case: PowerShell does not mind it. */
  readonly name: string;
  /** Whether it has the answer's content, or tells how the request went. */
  readonly holds: "answer" | "status";
  readonly source: string;
}

const REQUESTS = "https://requests.readthedocs.io/en/latest/api/";
const RESPONSE = "https://developer.mozilla.org/docs/Web/API/Response";
const HTTPX = "https://www.python-httpx.org/api/";
const AXIOS = "https://axios-http.com/docs/handling_errors";
const POWERSHELL = "https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-webrequest";
const SUBPROCESS = "https://docs.python.org/3/library/subprocess.html";

const answer = (source: string, ...names: string[]): AnswerMember[] =>
  names.map((name) => ({ name, holds: "answer", source }));
const status = (source: string, ...names: string[]): AnswerMember[] =>
  names.map((name) => ({ name, holds: "status", source }));

export const ANSWER_MEMBERS: readonly AnswerMember[] = [
  ...answer(REQUESTS, "json", "text", "content"),
  ...answer(AXIOS, "data", "response"),
  ...answer("https://github.com/sindresorhus/got", "body"),
  ...answer(POWERSHELL, "RawContent"),
  ...answer("https://docs.python.org/3/library/http.client.html", "read"),
  ...answer("https://docs.python.org/3/library/stdtypes.html#bytes.decode", "decode"),
  ...answer("https://docs.python.org/3/library/asyncio-task.html", "result"),
  ...answer("https://developer.mozilla.org/docs/Web/API/ReadableStreamDefaultReader/read", "value"),
  ...answer(SUBPROCESS, "stdout"),

  ...status(REQUESTS, "status_code", "ok", "reason"),
  ...status(RESPONSE, "status", "statusText"),
  ...status(HTTPX, "is_success", "is_error"),
  ...status(POWERSHELL, "StatusCode"),
  ...status(SUBPROCESS, "returncode"),
];

const MEMBERS = new Map(ANSWER_MEMBERS.map(({ name, holds }) => [name.toLowerCase(), holds]));

export const answerMember = (name: string): AnswerMember["holds"] | undefined => MEMBERS.get(name.toLowerCase());
