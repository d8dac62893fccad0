import { addressOf, typeIn } from "../configuration/configuration.js";
import { credentialsOf, fieldsOf } from "../requests/fields.js";
import { holdsClientSecret } from "../vocabulary/secret-attributes.js";
import { signingKey } from "../vocabulary/signing-resources.js";
import { storesOnly } from "../vocabulary/programs.js";
import type { Vocabulary } from "../vocabulary/vocabulary.js";
import {
  originKey,
  requestsOf,
  sketch,
  type Fragment,
  type Origin,
  type SymbolicString,
} from "../values/symbolic-string.js";
import { optionSecrets, signingKeyFiles } from "./option-secrets.js";
import { parseJsonText } from "../values/json.js";
import { fragmentsOf } from "../values/symbolic-value.js";
import type { TokenRequest } from "./token-request.js";
import type { Execution } from "../executions/execution.js";

/** What is a secret here: decided by the role that a value plays in an access token request, before any name. */
export class Secrets {
  private readonly roles = new Set<string>();
  private readonly results = new Set<string>();
  private readonly wholes = new Set<string>();
  private readonly shellRoles = new Map<Execution, Set<string>>();
  /** What a credential was made from: a private key, but also the claims that it signs; and secrets of clients that are made. */
  private readonly ingredients = new Map<Execution, Set<string>>();
  private readonly requests: ReadonlySet<object>;
  private readonly answering: ReadonlySet<string>;
  private readonly busy: ReadonlySet<Execution>;

  public constructor(
    tokenRequests: readonly TokenRequest[],
    /** `scope|address` of the blocks whose attributes hold what a token endpoint answered. */
    answering: ReadonlySet<string>,
    private readonly vocabulary: Vocabulary,
    /** Programs that could not be read, but are asked for a token by their name. */
    suspects: readonly Execution[],
    executions: readonly Execution[],
  ) {
    const minted = executions.flatMap(({ effects }) => effects.minted);
    this.requests = new Set<object>([...tokenRequests.map(({ request }) => request), ...minted]);
    for (const execution of executions) if (execution.kind === "external") this.learnResult(execution);
    this.busy = new Set([...tokenRequests.map(({ execution }) => execution), ...suspects]);
    this.answering = answering;
    for (const { request, execution } of tokenRequests) {
      for (const credential of credentialsOf(request, vocabulary))
        for (const fragment of credential.value) {
          this.learn(fragment, execution);
          this.learnKey(fragment, execution);
        }
    }
    for (const execution of executions)
      for (const { name, value } of execution.effects.requests.flatMap(fieldsOf))
        if (vocabulary.isClientSecret(name)) this.learnIngredients(value, execution);
    for (const execution of executions)
      for (const { value, kind } of execution.effects.processes.flatMap((one) => optionSecrets(one, vocabulary)))
        if (kind === "secret") for (const fragment of value) this.learn(fragment, execution);
    for (const execution of executions)
      for (const key of execution.effects.processes.flatMap(signingKeyFiles))
        for (const fragment of execution.effects.written.get(key) ?? []) this.learn(fragment, execution);
  }

  /** The key that an assertion of the request was signed with, by a resource. */
  private learnKey({ provenance }: Fragment, execution: Execution): void {
    const { module } = execution;
    for (const { scope, address } of provenance) {
      const key = scope === module.directory.path ? signingKey(typeIn(address)) : undefined;
      const block = key === undefined ? undefined : module.blocks.get(address);
      const value = key === undefined ? undefined : module.attribute(block?.attributes.get(key), block);
      for (const fragment of value ? fragmentsOf(value) : []) this.learn(fragment, execution);
    }
  }

  private learn(fragment: Fragment, execution: Execution): void {
    this.learnIngredients([fragment], execution);
    if (fragment.derived) return;
    // What it came through later may hold other values, too: a body, an object.
    for (const origin of identifying(fragment.provenance).slice(0, 1)) {
      this.learnWhole(origin);
      if (origin.scope !== "shell") this.roles.add(originKey(origin));
      else {
        const roles = this.shellRoles.get(execution) ?? new Set<string>();
        this.shellRoles.set(execution, roles.add(originKey(origin)));
      }
    }
  }

  private learnIngredients(fragments: SymbolicString, execution: Execution): void {
    const origins = this.ingredients.get(execution) ?? new Set<string>();
    for (const { provenance } of fragments)
      for (const origin of identifying(provenance)) origins.add(originKey(origin));
    this.ingredients.set(execution, origins);
  }

  /** Members of a program's result that are the token, whatever they are called. */
  private learnResult({ output, module, block }: Execution): void {
    const result = parseJsonText(output);
    if (result?.kind !== "object") return;
    const isToken = ({ taint, requests = [] }: Fragment): boolean =>
      taint === "token" && requests.some((request) => this.requests.has(request));
    for (const [name, value] of result.entries)
      if (fragmentsOf(value).some(isToken))
        this.results.add(originKey({ ...module.origin(addressOf(block)), member: `result.${name}` }));
  }

  /** What a credential is a member of holds it, too. */
  private learnWhole({ scope, address, entry, member = entry }: Origin): void {
    const steps = member?.split(".") ?? [];
    steps.forEach((_, index) => {
      const above = steps.slice(0, index).join(".");
      this.wholes.add(originKey({ scope, address, ...(above !== "" && { member: above }) }));
    });
  }

  /** Whether any block or file holds a token at all. */
  public get hasTokens(): boolean {
    return this.answering.size > 0;
  }

  /**
   * A credential of a token request, by its role in one. By its name alone only where it goes to a program that could not be read, or
   * where nothing else can tell (`where` is undefined): elsewhere it takes no part in a request.
   */
  public isCredential(fragment: Fragment, where?: Execution | "elsewhere"): boolean {
    if (fragment.taint === "field" || fragment.taint === "status" || fragment.taint === "response") return false;
    const execution = where === "elsewhere" ? undefined : where;
    const own = execution && this.shellRoles.get(execution);
    const roles = (origin: Origin): boolean =>
      (origin.scope === "shell" ? own : this.roles)?.has(originKey(origin)) === true;
    if (identifying(fragment.provenance).some(roles)) return true;
    if (fragment.derived !== true && identifying(fragment.provenance).some((one) => this.wholes.has(originKey(one))))
      return true;
    if (fragment.taint !== "secret" || where === "elsewhere") return false;
    if (execution && this.busy.has(execution) && execution.effects.notRead.length > 0) return true;
    const ingredients = execution && this.ingredients.get(execution);
    if (ingredients && identifying(fragment.provenance).some((origin) => ingredients.has(originKey(origin))))
      return true;
    return (
      (execution === undefined || mayAsk(execution)) && fragment.provenance.some((origin) => this.oauthName(origin))
    );
  }

  private oauthName(origin: Origin): boolean {
    if (holdsClientSecret(typeIn(origin.address))) return true;
    const name = origin.member ?? origin.address;
    return this.vocabulary.classifyName(name.slice(name.lastIndexOf(".") + 1)) === "oauth";
  }

  /** The token of an answer, or an answer with the token in it. */
  public isToken(fragment: Fragment): boolean {
    if (fragment.provenance.some((origin) => this.results.has(originKey(origin)))) return true;
    if (fragment.taint === "secret") return this.origins(fragment).length > 0;
    if (fragment.taint !== "token" && fragment.taint !== "response") return false;
    return requestsOf([fragment]).some((request) => this.requests.has(request)) || this.origins(fragment).length > 0;
  }

  /** The blocks that a token came from. */
  public origins(fragment: Fragment): Origin[] {
    return fragment.provenance.filter((origin) => this.answering.has(`${origin.scope}|${origin.address}`));
  }

  public isSecret(fragment: Fragment, execution?: Execution | "elsewhere"): boolean {
    return this.isCredential(fragment, execution) || this.isToken(fragment);
  }

  public in(text: SymbolicString, execution?: Execution | "elsewhere"): Fragment | undefined {
    return text.find((fragment) => this.isSecret(fragment, execution));
  }
}

/** Whether a program that shows no token request may make one all the same. */
function mayAsk({ effects }: Execution): boolean {
  if (effects.notRead.length > 0) return true;
  return effects.processes.some(
    ({ program, args }) =>
      !storesOnly(program) || (program === "az" && args.some((arg) => sketch(arg).includes("login"))),
  );
}

/** Of what a value came through, that which is the value itself: not the object that it was a part of. */
function identifying(provenance: readonly Origin[]): readonly Origin[] {
  const split = provenance.map((origin) => origin.part === true).lastIndexOf(true);
  return split < 0 ? provenance : provenance.slice(split);
}
