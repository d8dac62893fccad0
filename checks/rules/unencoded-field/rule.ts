import { fieldsOf, looksJson, type Field } from "../../requests/fields.js";
import type { HttpRequest } from "../../requests/request.js";
import { canonicalName, isSecretField } from "../../vocabulary/names.js";
import type { Fragment } from "../../values/symbolic-string.js";
import type { Rule } from "../rule.js";
import { eachRequest } from "../support/requests.js";

export const unencodedField: Rule = {
  id: "unencoded-field",
  severity: "error",
  what: "A value goes into the form body without form-encoding.",
  why: "A `+`, `&`, `%` or space in it changes the request: the server sees another secret, or further parameters.",
  fix: "Use `urlencode()` in Terraform, `--data-urlencode` of curl, `@uri` of jq, or a library that builds the form.",
  source: { title: "RFC 6749, appendix B", url: "https://www.rfc-editor.org/rfc/rfc6749#appendix-B" },
  check: (analysis) =>
    eachRequest(analysis, ({ request }) => {
      const names = [...new Set(unencoded(request).map((field) => field.name))];
      // A client id rarely needs it: alone it is no mistake worth a finding.
      if (names.length === 0 || names.every((name) => canonicalName(name) === "client_id")) return undefined;
      return `These go into the form as they are, without form-encoding: ${names.join(", ")}.`;
    }),
};

function unencoded(request: HttpRequest): Field[] {
  return fieldsOf(request).filter(
    (field) =>
      !field.json &&
      !field.part.formEncodes &&
      !looksJson(field.part) &&
      field.value.some((fragment) => raw(fragment, field.name)),
  );
}

/** Characters that are not known, or known ones that mean something else in a form. */
function raw(fragment: Fragment, name: string): boolean {
  if (fragment.encoded || fragment.unread || fragment.taint === "status") return false;
  if (fragment.text === undefined || fragment.assumed) return true;
  return / |%(?![0-9A-Fa-f]{2})/.test(fragment.text.trim()) || (isSecretField(name) && /\+/.test(fragment.text));
}
