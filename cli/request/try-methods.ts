import { attempt, type Attempt, type Circumstances } from "./attempt.js";
import { METHODS, type Method } from "./methods.js";

/** How the program ends where the server refused the client, or the request by 400. */
const CLIENT_REFUSED = 31;
const BAD_REQUEST = 32;

/** What servers say by 400 where they find no credentials in the place in which they look for them. */
const ERRORS_OF_A_METHOD = [undefined, "invalid_request", "unauthorized_client"];

/** Whether another way to authenticate could end otherwise. */
export function methodMayMatter({ status, diagnosis }: Attempt): boolean {
  return (
    status === CLIENT_REFUSED || (status === BAD_REQUEST && ERRORS_OF_A_METHOD.includes(diagnosis?.details["error"]))
  );
}

/** The other methods that take the same secrets and would send something else. Those that sign are not tried: they take openssl. */
export function otherMethods({ wanted, secrets }: Circumstances): Method[] {
  return METHODS.filter(
    (method) =>
      method !== wanted.method &&
      method.secrets.length > 0 &&
      method.signing === undefined &&
      method.secrets.every((slot) => wanted.method.secrets.includes(slot)) &&
      method.pointless?.(wanted.clientId ?? "", secrets[0]?.value) !== true,
  );
}

/** Tries the methods in turn, up to the first whose end says nothing about the method. */
export async function tryMethods(
  circumstances: Circumstances,
  others: readonly Method[],
  onNext: (method: Method) => void,
): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  for (const method of [circumstances.wanted.method, ...others]) {
    if (attempts.length > 0) onNext(method);
    const made = await attempt(method, circumstances);
    attempts.push(made);
    if (!methodMayMatter(made)) break;
  }
  return attempts;
}
