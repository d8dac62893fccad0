import type { Block } from "../configuration/configuration.js";
import { mayHoldSecret } from "../executions/relevance.js";
import { credentialsOf } from "../requests/fields.js";
import { classifyName } from "../vocabulary/names.js";
import { referenceKey, requestsOf, sketch, type Piece, type Reference, type Text } from "../values/text.js";
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

  /**
   * A credential of a token request, by its role in one. By its name alone only where it goes to a program that could not be read, or
   * where nothing else can tell (`where` is undefined): elsewhere it takes no part in a request.
   */
  public isCredential(piece: Piece, where?: Activity | "elsewhere"): boolean {
    if (piece.nature === "field" || piece.nature === "status" || piece.nature === "response") return false;
    const activity = where === "elsewhere" ? undefined : where;
    const own = activity && this.shellRoles.get(activity);
    const roles = (ref: Reference): boolean =>
      (ref.scope === "shell" ? own : this.roles)?.has(referenceKey(ref)) === true;
    if (identifying(piece.refs).some(roles)) return true;
    if (piece.nature !== "secret" || where === "elsewhere") return false;
    if (activity && this.busy.has(activity)) return true;
    return (activity === undefined || mayAsk(activity)) && piece.refs.some((ref) => this.oauthName(ref));
  }

  private oauthName(ref: Reference): boolean {
    if (CLIENT_SECRETS.test(ref.address)) return true;
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

  public isSecret(piece: Piece, activity?: Activity | "elsewhere"): boolean {
    return this.isCredential(piece, activity) || this.isToken(piece);
  }

  public in(text: Text, activity?: Activity | "elsewhere"): Piece | undefined {
    return text.find((piece) => this.isSecret(piece, activity));
  }
}

/** Programs that store or deploy what they are given, and ask no token endpoint for it. */
const STORES =
  /^(?:kubectl|oc|helm|helmfile|kustomize|vault|aws|gcloud|az|terraform|tofu|docker|podman|ansible|ansible-\w+|npm|yarn|pnpm|git|gh|consul|psql|mysql|sed|awk|envsubst|echo|printf|sops|bw|op|sh|bash|sudo|env|jq|base64|tee|cat)$/;

/** Whether a program that shows no token request may make one all the same. */
function mayAsk({ facts }: Activity): boolean {
  if (facts.notRead.length > 0) return true;
  return facts.started.some(
    ({ program, args }) =>
      !STORES.test(program) || (program === "az" && args.some((arg) => sketch(arg).includes("login"))),
  );
}

/** Resources whose value is the secret of an OAuth client. */
const CLIENT_SECRETS = /^(?:data\.)?azuread_(?:application|service_principal)_password\./;

/** Of what a value came through, that which is the value itself: not the object that it was a part of. */
function identifying(refs: readonly Reference[]): readonly Reference[] {
  const split = refs.map((ref) => ref.part === true).lastIndexOf(true);
  return split < 0 ? refs : refs.slice(split);
}
