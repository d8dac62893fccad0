/** Endings of files that somebody reads, and nobody runs. */
export const DOCUMENT_ENDINGS: readonly string[] =
  "md mdx markdown rst adoc asciidoc txt text html htm xhtml xml svg csv tsv tex pdf textile org".split(" ");

/** Endings of files in YAML, of which only some values are scripts. */
export const YAML_ENDINGS: readonly string[] = ["yaml", "yml"];

/** What values that are scripts are called, in pipelines, manifests and playbooks. */
export const SCRIPT_KEYS: readonly string[] = (
  "script scripts before_script after_script run command commands cmd args entrypoint exec shell inline bash pwsh powershell " +
  "user_data cloud_init startup_script pre_script post_script runcmd bootcmd content"
).split(" ");

/** What values are called that tell a reader something, in API descriptions and the like. */
export const PROSE_KEYS: readonly string[] =
  "description summary title documentation docs help comment comments note notes example examples readme usage markdown".split(
    " ",
  );

/** Members of a JSON document that make it the description of an API, whose code samples nobody runs. */
export const DESCRIPTIONS: readonly { readonly name: string; readonly source: string }[] = [
  { name: "openapi", source: "https://spec.openapis.org/oas/v3.1.0" },
  { name: "swagger", source: "https://spec.openapis.org/oas/v2.0" },
];

/** How documents begin that are no script: HTML and XML, but for the marks that Windows has around a script of an instance. */
const MARKUP = /^\s*<(?!powershell|script|persist)[!?a-z]/i;
/** The mark around code in Markdown, which means nothing to a shell. */
const FENCE = /^\s{0,3}```/;

const endingOf = (file: string): string => {
  const name = file.replace(/\.(?:tpl|tftpl|tmpl|j2|erb)$/i, "");
  return name.slice(name.lastIndexOf(".") + 1).toLowerCase();
};

export const isYamlFile = (file: string): boolean => YAML_ENDINGS.includes(endingOf(file));

/** Whether a text is for readers, by the name of its file or by how it looks. */
export function isProse(text: string, file: string | undefined): boolean {
  const beginning = text.slice(0, 5_000);
  if (beginning.trimStart().startsWith("#!")) return false;
  if (file !== undefined && file.includes(".") && DOCUMENT_ENDINGS.includes(endingOf(file))) return true;
  return MARKUP.test(beginning) || beginning.split("\n").some((line) => FENCE.test(line));
}
