/** A program, by the name that a command line has it by. */
export interface Program {
  readonly name: string;
  readonly source: string;
}

const each = (source: string, names: string): Program[] => names.split(" ").map((name) => ({ name, source }));
const POSIX = "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/";
const ANSIBLE = "https://docs.ansible.com/ansible/latest/cli/";

/** Programs that make an HTTP request of what a command line says. */
export const REQUEST_PROGRAMS: readonly Program[] = [
  ...each("https://curl.se/docs/manpage.html", "curl"),
  ...each("https://github.com/rs/curlie", "curlie"),
  ...each("https://www.gnu.org/software/wget/manual/wget.html", "wget"),
  ...each("https://github.com/rockdaboot/wget2", "wget2"),
  ...each("https://httpie.io/docs/cli", "http https"),
  ...each("https://github.com/ducaale/xh", "xh xhs"),
];

/** Programs that store or deploy what they are given, and ask no token endpoint for it. */
export const STORING_PROGRAMS: readonly Program[] = [
  ...each("https://kubernetes.io/docs/reference/kubectl/", "kubectl"),
  ...each("https://docs.redhat.com/en/documentation/openshift_container_platform/4.17/html/cli_tools", "oc"),
  ...each("https://helm.sh/docs/helm/helm/", "helm"),
  ...each("https://helmfile.readthedocs.io/en/latest/", "helmfile"),
  ...each("https://kubectl.docs.kubernetes.io/references/kustomize/", "kustomize"),
  ...each("https://developer.hashicorp.com/vault/docs/commands", "vault"),
  ...each("https://docs.aws.amazon.com/cli/latest/reference/", "aws"),
  ...each("https://cloud.google.com/sdk/gcloud/reference", "gcloud"),
  ...each("https://learn.microsoft.com/cli/azure/reference-index", "az"),
  ...each("https://developer.hashicorp.com/terraform/cli/commands", "terraform"),
  ...each("https://opentofu.org/docs/cli/commands/", "tofu"),
  ...each("https://docs.docker.com/reference/cli/docker/", "docker"),
  ...each("https://docs.podman.io/en/latest/Commands.html", "podman"),
  ...["ansible", "ansible-playbook", "ansible-vault", "ansible-galaxy", "ansible-pull"].flatMap((name) =>
    each(`${ANSIBLE}${name}.html`, name),
  ),
  ...each("https://docs.npmjs.com/cli/commands/npm", "npm"),
  ...each("https://classic.yarnpkg.com/lang/en/docs/cli/", "yarn"),
  ...each("https://pnpm.io/pnpm-cli", "pnpm"),
  ...each("https://git-scm.com/docs/git", "git"),
  ...each("https://cli.github.com/manual/", "gh"),
  ...each("https://developer.hashicorp.com/consul/commands", "consul"),
  ...each("https://www.postgresql.org/docs/current/app-psql.html", "psql"),
  ...each("https://dev.mysql.com/doc/refman/8.4/en/mysql.html", "mysql"),
  ...each("https://www.gnu.org/software/gettext/manual/html_node/envsubst-Invocation.html", "envsubst"),
  ...["sed", "awk", "echo", "printf", "tee", "cat", "sh", "env"].flatMap((name) => each(`${POSIX}${name}.html`, name)),
  ...each("https://www.gnu.org/software/bash/manual/", "bash"),
  ...each("https://man7.org/linux/man-pages/man8/sudo.8.html", "sudo"),
  ...each("https://jqlang.org/manual/", "jq"),
  ...each("https://www.gnu.org/software/coreutils/manual/html_node/base64-invocation.html", "base64"),
  ...each("https://getsops.io/docs/", "sops"),
  ...each("https://bitwarden.com/help/cli/", "bw"),
  ...each("https://developer.1password.com/docs/cli/reference/", "op"),
];

const REQUESTS = new Set(REQUEST_PROGRAMS.map(({ name }) => name));
const STORES = new Set(STORING_PROGRAMS.map(({ name }) => name));

export const isRequestProgram = (name: string): boolean => REQUESTS.has(name);
export const storesOnly = (name: string): boolean => STORES.has(name);
