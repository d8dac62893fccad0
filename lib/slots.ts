import type { Fault } from "./faults";
import { slotName } from "./program/slot-name";
import type { Secret } from "./secret";
import type { SignedJwt } from "./signed-jwt";
import type { StackValues } from "./terraform/stack-values";

const CLIENT_SECRET = "client_secret";

/**
 * The secrets of a request, each in a slot of the program: how it is read there, or how it travels to it.
 *
 * @internal
 */
export class Slots {
  private readonly secrets: Map<string, Secret>;
  /** The arguments of each JWT, by its slot. */
  private readonly signed = new Map<string, readonly string[]>();
  private readonly parameters: (readonly [parameter: string, slot: string])[] = [];

  constructor(secrets: ReadonlyMap<string, Secret> = new Map()) {
    this.secrets = new Map(secrets);
  }

  /**
   * A JWT that the program signs with secrets of its own.
   *
   * @param clientId issuer and subject, where the JWT has no others
   */
  public addSigned(slot: string, signedJwt: SignedJwt, clientId?: string): void {
    for (const [key, secret] of signedJwt._secrets(slot)) this.secrets.set(key, secret);
    this.signed.set(slot, signedJwt._arguments(slot, clientId));
  }

  /** A JWT that is a parameter of the request body. */
  public addSignedParameter(parameter: string, signedJwt: SignedJwt): void {
    this.addSigned(parameter, signedJwt);
    this.parameters.push([parameter, parameter]);
  }

  /** A secret that the program looks for in a slot of this name. */
  public add(slot: string, secret: Secret): void {
    this.secrets.set(slot, secret);
  }

  /** A secret that is a parameter of the request body. */
  public addParameter(parameter: string, secret: Secret): void {
    const slot = slotName(parameter, (name) => this.secrets.has(name) || this.signed.has(name));
    this.secrets.set(slot, secret);
    this.parameters.push([parameter, slot]);
  }

  /** Where the program finds each secret. None of it is secret. */
  public get arguments(): string[] {
    const slots = [...this.secrets.keys(), ...this.signed.keys()];
    // What the program takes for granted.
    const declared = slots.length === 1 && slots[0] === CLIENT_SECRET ? [] : slots.map((slot) => `secret=${slot}`);
    return [
      ...declared,
      ...this.parameters.map(([parameter, slot]) => `form_secret.${parameter}=${slot}`),
      ...[...this.secrets].flatMap(([slot, secret]) => secret._arguments(slot)),
      ...[...this.signed.values()].flat(),
    ];
  }

  /** A provisioner's environment: only what Terraform knows has to travel in it. */
  public get environment(): Record<string, string> | undefined {
    const known = this.known;
    if (known.length === 0) return undefined;
    return Object.fromEntries(known.map(([slot, text]) => [`ACCESS_TOKEN_REQUEST_${slot.toUpperCase()}`, text]));
  }

  /** What the program reads from its standard input: only what Terraform knows has to travel there. */
  public get stdin(): string | undefined {
    const known = this.known;
    return known.length === 0 ? undefined : known.map(([slot, text]) => `${slot}=${text}`).join("\n");
  }

  /** The arguments that send the program to its standard input. */
  public get stdinArguments(): string[] {
    return this.known.map(([slot]) => `${slot}.source=stdin`);
  }

  /** What Terraform must know, by what a user calls it, and so cannot be used where everything lies in state. */
  public get terraformKinds(): [slot: string, kind: string][] {
    return [...this.secrets].flatMap(([slot, { _terraformKind: kind }]) => (kind === undefined ? [] : [[slot, kind]]));
  }

  /** What is wrong with the secrets within a stack, once everything in it is known. */
  public faults(values: StackValues): Fault[] {
    return [...new Set(this.secrets.values())].flatMap((secret) => secret._faults(values));
  }

  private get known(): [slot: string, text: string][] {
    return [...this.secrets].flatMap(([slot, { _known: text }]) => (text === undefined ? [] : [[slot, text]]));
  }
}
