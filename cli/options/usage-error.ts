/** A command line that cannot be carried out. Its message never repeats a value, since any of them may be a secret. */
export class UsageError extends Error {
  public override readonly name = "UsageError";
}

/** A secret that is given nowhere, or is not where it is said to be. */
export class MissingSecret extends UsageError {}
