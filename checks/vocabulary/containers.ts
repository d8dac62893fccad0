import { registry } from "./registry.js";

/** What configuration calls the parts of what a container, or a step of a build, starts. */
export interface ContainerWord {
  readonly name: string;
  /**
   * A type that is one, a block of one, an attribute with a document that describes some, its program, the program's arguments, or
   * the variables of its environment.
   */
  readonly part: "type" | "block" | "document" | "program" | "arguments" | "environment";
  /** A type that has it, whose documentation is the source. */
  readonly of: string;
  readonly source: string;
}

const words = (of: string, source: string, parts: Partial<Record<ContainerWord["part"], string>>): ContainerWord[] =>
  Object.entries(parts).flatMap(([part, names]) =>
    names.split(" ").map((name) => ({ name, part: part as ContainerWord["part"], of, source })),
  );

const POD = registry("hashicorp/kubernetes", "resources/pod_v1");

export const CONTAINER_WORDS: readonly ContainerWord[] = [
  ...words("aws_ecs_task_definition", registry("hashicorp/aws", "resources/ecs_task_definition"), {
    document: "container_definitions",
    program: "entryPoint",
    environment: "environment",
  }),
  ...words("aws_batch_job_definition", registry("hashicorp/aws", "resources/batch_job_definition"), {
    document: "container_properties",
  }),
  ...words("google_cloudbuild_trigger", registry("hashicorp/google", "resources/cloudbuild_trigger"), {
    block: "step",
    program: "entrypoint",
  }),
  ...words("kubernetes_pod_v1", POD, {
    block: "container init_container",
    program: "command",
    arguments: "args",
    environment: "env",
  }),
  ...words("kubernetes_manifest", registry("hashicorp/kubernetes", "resources/manifest"), { document: "manifest" }),
  ...words("kubectl_manifest", registry("gavinbunney/kubectl", "resources/kubectl_manifest"), {
    document: "yaml_body",
  }),
  ...words("helm_release", registry("hashicorp/helm", "resources/release"), { document: "values" }),
  ...words("google_cloud_run_v2_job", registry("hashicorp/google", "resources/cloud_run_v2_job"), {
    block: "containers",
  }),
  ...words("azurerm_container_group", registry("hashicorp/azurerm", "resources/container_group"), {
    program: "commands",
    environment: "environment_variables secure_environment_variables",
  }),
  ...words("docker_container", registry("kreuzwerker/docker", "resources/container"), { type: "docker_container" }),
  ...words("docker_service", registry("kreuzwerker/docker", "resources/service"), { block: "container_spec" }),
];

/** The names of a part, in the order in which they are looked for. */
export const containerWords = (part: ContainerWord["part"]): readonly string[] =>
  CONTAINER_WORDS.filter((row) => row.part === part).map(({ name }) => name);
