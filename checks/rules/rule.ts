import type { Analysis } from "../analysis/analysis.js";
import type { TokenRequest } from "../analysis/token-request.js";
import type { Execution } from "../executions/execution.js";
import type { Block } from "../configuration/configuration.js";
import type { Place } from "../configuration/place.js";

/** `likely` where something that could speak against the mistake is not known before Terraform runs. */
export type Certainty = "certain" | "likely";

export type FindingSeverity = "error" | "warning";

/** A mistake that a rule found; its message names what is wrong without any value, which might be the secret. */
export interface Mistake {
  readonly message: string;
  readonly block: Block;
  /** Where the text with the mistake stands, which may be a script; the block itself where nothing closer is known. */
  readonly place?: Place | undefined;
  /** `local.x` for one of the values of a `locals` block. */
  readonly address?: string | undefined;
  /** Tells mistakes of one place apart, such as two secrets in one line; it is never shown. */
  readonly subject?: string | undefined;
  /** The request that is made the wrong way: its tool decides on the fix. */
  readonly request?: TokenRequest | undefined;
  /** How this mistake is mended, where the tool of the request and the rule do not say it. */
  readonly fix?: string | undefined;
  /** The program that the mistake belongs to, where it is not that of a request. */
  readonly execution?: Execution | undefined;
  /** `likely` where the rule knows of something that it could not tell; the request is judged besides. */
  readonly certainty?: Certainty | undefined;
  /** Why it is no mistake after all: a construct was chosen that says so of itself. */
  readonly answer?: Answer | undefined;
}

/** A construct that answers for a finding, since whoever chose it was told. */
export interface Answer {
  readonly block: Block;
  readonly reason: string;
}

/** One rule: what it says to people, and a pure function of what the configuration does. */
export interface Rule {
  readonly id: string;
  readonly severity: FindingSeverity;
  /** The mistake, in half a sentence. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  /** The RFC's section or the vendor's page that says so. */
  readonly source: { readonly title: string; readonly url: string };
  readonly check: (analysis: Analysis) => Iterable<Mistake>;
}
