export function heading(text: string): void {
  console.log(`\n${text}`);
}

/** A text below a heading. */
export function say(text: string, indent = 2): void {
  const margin = " ".repeat(indent);
  console.log(margin + text.replaceAll("\n", `\n${margin}`));
}
