import { fieldsOf, looksJson, type Field } from "../../requests/fields.js";
import type { TokenRequest } from "../../analysis/token-request.js";
import type { Place } from "../../configuration/place.js";
import { canonicalName } from "../../vocabulary/names.js";
import type { Fragment } from "../../values/symbolic-string.js";
import type { Rule } from "../rule.js";
import { shownField } from "../support/shown-name.js";
import { listed } from "../support/listed.js";
import { placeIn } from "../support/requests.js";

export const unencodedField: Rule = {
  id: "unencoded-field",
  severity: "error",
  what: "A value goes into the form body without form-encoding.",
  why: "A `+`, `&`, `%` or space in it changes the request: the server sees another secret, or further parameters.",
  fix: "Use `urlencode()` in Terraform, `--data-urlencode` of curl, `@uri` of jq, or a library that builds the form.",
  source: { title: "RFC 6749, appendix B", url: "https://www.rfc-editor.org/rfc/rfc6749#appendix-B" },
  check: function* (analysis) {
    for (const request of analysis.tokenRequests)
      for (const [place, names] of byLine(request)) {
        // A client id rarely needs it: alone it is no mistake worth a finding.
        if (names.every((name) => canonicalName(name) === "client_id")) continue;
        const [verb, as] = names.length === 1 ? ["goes", "it is"] : ["go", "they are"];
        yield {
          message: `${listed([...new Set(names.map((name) => shownField(name, request.execution.module.workspace.vocabulary)))])} ${verb} into the form as ${as}, without form-encoding.`,
          block: request.execution.block,
          place,
          subject: names.join(),
          request,
        };
      }
  },
};

/** The fields that are not encoded, by where they are written. */
function byLine(request: TokenRequest): Map<Place, string[]> {
  const lines = new Map<string, { place: Place; names: string[] }>();
  for (const { name, written } of unencoded(request)) {
    const place = placeIn(written, request);
    const key = `${place.file.path}:${JSON.stringify(place.at)}`;
    const line = lines.get(key) ?? { place, names: [] };
    if (!line.names.includes(name)) line.names.push(name);
    lines.set(key, line);
  }
  return new Map([...lines.values()].map(({ place, names }) => [place, names]));
}

function unencoded({ request, execution }: TokenRequest): Field[] {
  const { vocabulary } = execution.module.workspace;
  return fieldsOf(request).filter(
    (field) =>
      !field.json &&
      !field.part.formEncodes &&
      !looksJson(field.part) &&
      field.value.some((fragment) => raw(fragment, field.name, vocabulary.isSecretField(field.name))),
  );
}

/** Characters that are not known, or known ones that mean something else in a form. */
function raw(fragment: Fragment, name: string, isSecret: boolean): boolean {
  if (fragment.encoded || fragment.taint === "status") return false;
  // What a program prints that is not known may be encoded; what a file holds is the secret, or a token of letters that need no encoding.
  if (fragment.unread) return isSecret && !fragment.obscured && !/token|assertion/.test(canonicalName(name));
  if (fragment.text === undefined || fragment.assumed) return true;
  return / |%(?![0-9A-Fa-f]{2})/.test(fragment.text.trim()) || (isSecret && /\+/.test(fragment.text));
}
