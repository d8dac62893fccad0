import type { HttpRequest } from "./request.js";
import { hole, type SymbolicString } from "../values/symbolic-string.js";

export const answerOf = (request: HttpRequest): SymbolicString => [hole({ taint: "response", requests: [request] })];
