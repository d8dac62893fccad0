import type { Block } from "../configuration/configuration.js";
import type { HttpRequest } from "../requests/request.js";
import { valuesOfInstances } from "../terraform/instances.js";
import type { ModuleInstance } from "../terraform/module.js";
import { parseJsonText } from "../values/json.js";
import { HOLE, hole, sketch, type Fragment, type SymbolicString } from "../values/symbolic-string.js";
import { asString, stringValue, type SymbolicValue } from "../values/symbolic-value.js";
import { parseYamlText } from "../values/yaml.js";
import { isFormEncoder } from "../vocabulary/form-encoders.js";
import { workflowSteps, type WorkflowStep } from "../vocabulary/workflow-steps.js";
import type { Execution } from "./execution.js";
import { bodyParts, executionOf, isForm } from "./provider-requests.js";

const MAX_DEPTH = 30;

/** What a workflow fills in when it runs: `{% $x %}` of JSONata, `${x}` of Google Workflows, `@{x}` and `@x` of Logic Apps. */
const EXPRESSION = /\{%[^%]*%\}|[$@]\{[^}]*\}|^@[a-z]\w*\(.*$/;

/** The requests of the steps of a workflow. */
export function workflowRequests(module: ModuleInstance, block: Block): Execution[] {
  const steps = workflowSteps(block.labels[0] ?? "");
  return steps.flatMap((step) =>
    valuesOfInstances(module, block.attributes.get(step.attribute), block)
      .flatMap(documentsOf)
      .flatMap((document) => inDocument(document, step, 0))
      .map((request) => executionOf(module, block, { ...request, place: placeOf(request) ?? block.place })),
  );
}

const placeOf = ({ url, body }: HttpRequest): Fragment["place"] =>
  [...body.flatMap(({ content }) => content), ...url].find(({ place }) => place)?.place;

function documentsOf(value: SymbolicValue): readonly SymbolicValue[] {
  if (value.kind !== "text") return [value];
  const json = parseJsonText(value.fragments);
  return json ? [json] : parseYamlText(value.fragments);
}

function inDocument(value: SymbolicValue, step: WorkflowStep, depth: number): HttpRequest[] {
  if (depth > MAX_DEPTH || value.kind === "text") return [];
  if (value.kind === "list") return value.items.flatMap((item) => inDocument(item, step, depth + 1));
  const mark = value.entries.get(step.mark);
  const own = value.entries.get(step.within);
  if (mark?.kind === "text" && own?.kind === "object" && sketch(mark.fragments).endsWith(step.value))
    return [requestOf(own.entries, step)];
  return [...value.entries.values()].flatMap((item) => inDocument(item, step, depth + 1));
}

function requestOf(members: ReadonlyMap<string, SymbolicValue>, step: WorkflowStep): HttpRequest {
  const get = (name: string | undefined): SymbolicValue | undefined => {
    const value = name === undefined ? undefined : members.get(name);
    return value && withoutExpressions(value);
  };
  const url = get(step.url);
  const method = get(step.method);
  const given = get(step.headers);
  const body = get(step.body);
  const headers =
    given?.kind === "object"
      ? [...given.entries].map(([name, value]) => ({ name, value: asString(value), channel: "attribute" as const }))
      : [];
  return {
    tool: step.type,
    place: undefined,
    url: url ? asString(url) : [],
    urlChannel: "attribute",
    method: method ? sketch(asString(method)).replaceAll(HOLE, "POST").toUpperCase() : "POST",
    body: body ? bodyParts(body, false, headers.some(isForm)) : [],
    headers,
    basicAuth: undefined,
    insecure: undefined,
    verbose: undefined,
    followsRedirects: undefined,
    failsOnError: true,
    failureChecked: true,
  };
}

/** What the workflow fills in is not known, and no text of Terraform's; its own functions may encode it. */
function filledIn(expression: string): Fragment {
  const encoded = [...expression.matchAll(/(\w{1,60})\(/g)].some(([, name = ""]) => isFormEncoder(name));
  return hole({ expanded: true, ...(encoded && { encoded }) });
}

function withoutExpressions(value: SymbolicValue): SymbolicValue {
  if (value.kind === "list") return { kind: "list", items: value.items.map(withoutExpressions) };
  if (value.kind === "text") return { ...value, fragments: joined(value.fragments).flatMap(partsOf) };
  // `"client_secret.$": "$.secret"` of Step Functions.
  const entries = [...value.entries].map(([name, item]): [string, SymbolicValue] =>
    name.endsWith(".$") ? [name.slice(0, -2), stringValue([filledIn("")])] : [name, withoutExpressions(item)],
  );
  return { kind: "object", entries: new Map(entries) };
}

/** `$${` of a template is a fragment of its own. */
function joined(text: SymbolicString): Fragment[] {
  const all: Fragment[] = [];
  for (const fragment of text) {
    const before = all.at(-1);
    if (before?.text === undefined || fragment.text === undefined || !isPlain(before) || !isPlain(fragment))
      all.push(fragment);
    else all[all.length - 1] = { ...before, text: before.text + fragment.text };
  }
  return all;
}

const isPlain = ({ provenance, taint }: Fragment): boolean => provenance.length === 0 && taint === undefined;

function partsOf(fragment: Fragment): Fragment[] {
  const { text } = fragment;
  const found = text === undefined ? null : EXPRESSION.exec(text);
  if (text === undefined || found === null) return [fragment];
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  return [
    ...(before === "" ? [] : [{ ...fragment, text: before }]),
    filledIn(found[0]),
    ...(after === "" ? [] : partsOf({ ...fragment, text: after })),
  ];
}
