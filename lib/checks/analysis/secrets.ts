import type { Block } from "../model/configuration.js";
import { mayHoldSecret } from "./relevance.js";
import { credentialsOf } from "../request/fields.js";
import { classifyName } from "../resolve/names.js";
import { referenceKey, requestsOf, type Piece, type Reference, type Text } from "../resolve/text.js";
import type { Activity, TokenRequest } from "./context.js";

/** What is a secret here: decided by the role that a value plays in an access token request, before any name. */
export class Secrets {
  private readonly roles = new Set<string>();
  private readonly shellRoles = new Map<Activity, Set<string>>();
  private readonly requests: ReadonlySet<object>;
  private readonly answering: ReadonlySet<string>;
  private readonly busy: ReadonlySet<Activity>;

  public constructor(
    tokenRequests: readonly TokenRequest[],
    /** `scope|address` of the blocks whose attributes hold what a token endpoint answered. */
    answering: ReadonlySet<string>,
    private readonly furtherNames: readonly string[],
    /** Programs that could not be read, but are asked for a token by their name. */
    suspects: readonly Activity[],
  ) {
    this.requests = new Set(tokenRequests.map(({ request }) => request));
    this.busy = new Set([...tokenRequests.map(({ activity }) => activity), ...suspects]);
    this.answering = answering;
    for (const { request, activity } of tokenRequests) {
      for (const credential of credentialsOf(request))
        for (const piece of credential.value) this.learn(piece, activity);
    }
  }

  private learn(piece: Piece, activity: Activity): void {
    if (piece.derived) return;
    // What it came through later may hold other values, too: a body, an object.
    for (const ref of identifying(piece.refs).slice(0, 1)) {
      if (ref.scope !== "shell") this.roles.add(referenceKey(ref));
      else {
        const roles = this.shellRoles.get(activity) ?? new Set<string>();
        this.shellRoles.set(activity, roles.add(referenceKey(ref)));
      }
    }
  }

  /** Whether a block needs a closer look: where tokens are asked for, any may matter; elsewhere its words tell. */
  public concern(block: Block): boolean {
    return this.requests.size > 0 || this.answering.size > 0 || this.furtherNames.length > 0 || mayHoldSecret(block);
  }

  /** Whether any block or file holds a token at all. */
  public get hasTokens(): boolean {
    return this.answering.size > 0;
  }

  /** A credential of a token request, by its role in one or by a name that leaves no doubt. */
  public isCredential(piece: Piece, activity?: Activity): boolean {
    if (piece.nature === "field" || piece.nature === "status" || piece.nature === "response") return false;
    const own = activity && this.shellRoles.get(activity);
    if (
      identifying(piece.refs).some((ref) =>
        ref.scope === "shell" ? own?.has(referenceKey(ref)) : this.roles.has(referenceKey(ref)),
      )
    )
      return true;
    if (piece.nature !== "secret") return false;
    return piece.refs.some((ref) => this.oauthName(ref)) || (activity !== undefined && this.busy.has(activity));
  }

  private oauthName(ref: Reference): boolean {
    const name = ref.member ?? ref.address;
    return classifyName(name.slice(name.lastIndexOf(".") + 1), this.furtherNames) === "oauth";
  }

  /** The token of an answer, or an answer with the token in it. */
  public isToken(piece: Piece): boolean {
    if (piece.nature === "secret") return this.origins(piece).length > 0;
    if (piece.nature !== "token" && piece.nature !== "response") return false;
    return requestsOf([piece]).some((request) => this.requests.has(request)) || this.origins(piece).length > 0;
  }

  /** The blocks that a token came from. */
  public origins(piece: Piece): Reference[] {
    return piece.refs.filter((ref) => this.answering.has(`${ref.scope}|${ref.address}`));
  }

  public isSecret(piece: Piece, activity?: Activity): boolean {
    return this.isCredential(piece, activity) || this.isToken(piece);
  }

  public in(text: Text, activity?: Activity): Piece | undefined {
    return text.find((piece) => this.isSecret(piece, activity));
  }
}

/** Of what a value came through, that which is the value itself: not the object that it was a part of. */
function identifying(refs: readonly Reference[]): readonly Reference[] {
  const split = refs.map((ref) => ref.part === true).lastIndexOf(true);
  return split < 0 ? refs : refs.slice(split);
}
