/** A file as it was read, or the JSON of one stack while it is being synthesized. */
export interface SourceFile {
  /** The path as reported: relative to where the check was started. */
  readonly path: string;
  /** Text is asked for only when a finding needs its line, so that clean files are never scanned for positions. */
  readonly text: () => string;
  readonly json: boolean;
}

/** Where something stands: an offset in a text, or the way to it through JSON. */
export interface Place {
  readonly file: SourceFile;
  readonly at: number | readonly (string | number)[];
}
