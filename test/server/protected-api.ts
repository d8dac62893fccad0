import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** What an API knows of a live access token; undefined for any other text. */
export type TokenOwner = (token: string) => Promise<{ client: string; scope: string } | undefined>;

/** A note that a client of the API keeps there. */
export interface Note {
  readonly text: string;
  /** What a write-only argument is for: the API uses it, and never shows it. */
  readonly callback_token?: string;
}

/** An API that answers to a live access token (RFC 6750 section 2.1) only, and keeps notes. */
export class ProtectedApi {
  /** The statuses that it has answered with so far. */
  readonly answers: number[] = [];
  readonly notes = new Map<string, Note>();

  constructor(private readonly ownerOf: TokenOwner) {}

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token = ""] = /^Bearer (.+)$/.exec(request.headers.authorization ?? "") ?? [];
    const owner = await this.ownerOf(token);
    const note = /^\/api\/notes(?:\/(.+))?$/.exec(request.url ?? "");
    const body = await textOf(request);
    const { status, content } = !owner
      ? { status: 401, content: undefined }
      : note
        ? await this.answerNote(request.method ?? "", note[1], body)
        : { status: 200, content: owner };
    this.answers.push(status);
    response.writeHead(status, {
      "content-type": "application/json",
      ...(status === 401 ? { "www-authenticate": 'Bearer error="invalid_token"' } : {}),
    });
    response.end(content === undefined ? "" : JSON.stringify(content));
  }

  private async answerNote(method: string, id = "", body: string): Promise<{ status: number; content?: object }> {
    if (method === "POST") {
      const note = JSON.parse(body) as Note;
      if (note.callback_token !== undefined && !(await this.ownerOf(note.callback_token))) return { status: 422 };
      const created = randomUUID();
      this.notes.set(created, note);
      return { status: 200, content: { id: created, text: note.text } };
    }
    const note = this.notes.get(id);
    if (!note) return { status: 404 };
    if (method === "DELETE") this.notes.delete(id);
    if (method === "PUT") this.notes.set(id, { ...note, ...(JSON.parse(body) as Note) });
    return { status: 200, content: { id, text: this.notes.get(id)?.text ?? note.text } };
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
