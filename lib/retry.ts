import { inspect } from "node:util";
import { Faults } from "./faults";

const MOST = 10;

/**
 * Whether an access token request is made again where it failed but may succeed the next time: the connection failed, or the
 * server answered 408, 425, 429, 500, 502, 503, 504, or the 400 with which Genesys Cloud throttles.
 *
 * It waits between the attempts, longer each time and by a random part, and at least for as long as the answer's `Retry-After`
 * says (RFC 9110 section 10.2.3). `timeoutSeconds` bounds all of it; where less of it is left than the server wants, the request
 * fails at once and says how long that is.
 *
 * A wrong client or a wrong request fails at once. So does what carries a credential that a server takes once, such as a refresh
 * token or a JWT that something else has signed, unless no connection was made.
 */
export class Retry {
  /**
   * Up to so many further attempts.
   *
   * @param times whole number from 1 to 10
   * @throws if it is another number
   */
  public static upTo(times: number): Retry {
    const faults = new Faults("Retry.upTo");
    if (!Number.isInteger(times) || times < 1 || times > MOST)
      faults.add(
        "invalid-retry",
        `the number of further attempts is ${inspect(times)}. Allowed: a whole number from 1 to ${MOST}; for none Retry.never().`,
      );
    faults.throwAny();
    return new Retry(times);
  }

  /** One attempt alone. */
  public static never(): Retry {
    return new Retry(0);
  }

  private constructor(
    /** How many further attempts there may be. @internal */
    public readonly _times: number,
  ) {}
}
