/** What the program says of a request that failed, taken apart. */
export interface Diagnosis {
  /** What is wrong, in sentences. */
  readonly said: string;
  /** Such as `status` and `error`, in the program's order. */
  readonly details: Readonly<Record<string, string>>;
  /** Most likely first. */
  readonly causes: readonly string[];
}

export function diagnosisOf(stderr: string): Diagnosis {
  const said: string[] = [];
  const details: Record<string, string> = {};
  const causes: string[] = [];
  for (const line of stderr.split("\n")) {
    const cause = /^ {2}- (.*)$/.exec(line)?.[1];
    const [, name, value] = /^ {2}([A-Za-z_][\w -]{0,40}): (.*)$/.exec(line) ?? [];
    if (cause !== undefined) causes.push(cause);
    else if (name !== undefined && value !== undefined) details[name] = value;
    else if (line.trim() !== "" && !/^Likely causes/.test(line)) said.push(line.trim());
  }
  return { said: said.join(" "), details, causes };
}
