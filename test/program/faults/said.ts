import type { ServerResponse } from "node:http";
import { expect } from "vitest";
import { json, startScriptedServer } from "../../server/scripted-server";
import { ownWords, requestArguments, runProgram, type ProgramResult } from "../run-program";

export const SECRET = "s3cr3t+/=$";
export const BASIC = Buffer.from(`abc123:${SECRET}`).toString("base64");

type Answer = (response: ServerResponse) => void;

/** An answer of that status with a JSON body. */
export const status =
  (code: number, body: unknown = {}): Answer =>
  (response) => {
    json(response, code, body);
  };

/** An answer of status 200 with that body. */
export const body =
  (text: string): Answer =>
  (response) =>
    void response.end(text);

/** How the program ends and what it says, where it has nothing to give. */
export function said({ code, stdout, stderr }: ProgramResult): string {
  expect(stdout).toBe("");
  return `exit status ${String(code)}\n${ownWords(stderr)}`;
}

/** What the program says of an answer, which may hold no secret in any form, and no control character. */
export async function saidOf(answer: Answer, ...further: string[]): Promise<string> {
  const server = await startScriptedServer((_, response) => {
    answer(response);
  });
  const args = requestArguments(server.url, "timeout=2", "output=json", ...further);
  const result = await runProgram(["/bin/sh"], args, { SECRET });
  await server.close();
  expect(server.received).toHaveLength(1);
  for (const form of [SECRET, encodeURIComponent(SECRET), BASIC]) expect(result.stderr).not.toContain(form);
  expect(result.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  return said(result);
}
