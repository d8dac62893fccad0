/** An option of a command line tool whose value is a credential, or an access token. */
export interface SecretOption {
  /** The tool; any, where the option means the same wherever it is met. */
  readonly program?: string;
  /** A word that stands before the option: `login`. */
  readonly command?: string;
  readonly options: readonly string[];
  readonly kind: "secret" | "token";
  readonly source: string;
  /** A command line with the value `VALUE`. */
  readonly case: string;
}

/** What the name of an option does not tell by itself: `--client-secret` is one of every tool, and needs no row. */
export const SECRET_OPTIONS: readonly SecretOption[] = [
  {
    options: ["--access-token"],
    kind: "token",
    source: "https://docs.digitalocean.com/reference/doctl/reference/auth/token",
    case: "doctl compute droplet list --access-token VALUE",
  },
  {
    options: ["--auth-token"],
    kind: "token",
    source: "https://argo-cd.readthedocs.io/en/stable/user-guide/commands/argocd/",
    case: "argocd app sync shop --auth-token VALUE",
  },
  {
    options: ["--oauth2-bearer"],
    kind: "token",
    source: "https://curl.se/docs/manpage.html#--oauth2-bearer",
    case: "curl --oauth2-bearer VALUE https://api.acme.example",
  },
  ...["--bearer-token", "--oauth-token", "--id-token"].map((option) => ({
    options: [option],
    kind: "token" as const,
    source: "corpus/open/names-in-common-use",
    case: `fleet sync ${option} VALUE`,
  })),
  {
    program: "uaac",
    options: ["-s", "--secret"],
    kind: "secret",
    source: "https://www.rubydoc.info/gems/cf-uaac/3.4.0",
    case: "uaac client add portal --secret VALUE",
  },
  {
    program: "az",
    command: "login",
    options: ["-p", "--password"],
    kind: "secret",
    source: "https://learn.microsoft.com/cli/azure/reference-index#az-login",
    case: "az login --service-principal -u 1 --tenant 2 -p VALUE",
  },
  {
    program: "az",
    command: "login",
    options: ["--federated-token"],
    kind: "secret",
    source: "https://learn.microsoft.com/cli/azure/reference-index#az-login",
    case: "az login --service-principal -u 1 --tenant 2 --federated-token VALUE",
  },
  {
    program: "ibmcloud",
    command: "login",
    options: ["--apikey"],
    kind: "secret",
    source: "https://cloud.ibm.com/docs/cli?topic=cli-ibmcloud_cli#ibmcloud_login",
    case: "ibmcloud login --apikey VALUE -r eu-de",
  },
  ...["oc", "kubectl"].map((program) => ({
    program,
    options: ["--token"],
    kind: "token" as const,
    source: "https://kubernetes.io/docs/reference/kubectl/kubectl/#options",
    case: `${program} --token VALUE get pods`,
  })),
  {
    program: "helm",
    options: ["--kube-token"],
    kind: "token",
    source: "https://helm.sh/docs/helm/helm/#options",
    case: "helm --kube-token=VALUE list",
  },
  {
    program: "kcadm.sh",
    command: "credentials",
    options: ["--secret", "--password"],
    kind: "secret",
    source: "https://www.keycloak.org/docs/latest/server_admin/#authenticating",
    case: "kcadm.sh config credentials --server https://id.example --realm ops --client ci --secret VALUE",
  },
];

/** What the value of an option is, by rows alone. */
export function kindOfOption(
  program: string,
  before: readonly string[],
  option: string,
): SecretOption["kind"] | undefined {
  const row = SECRET_OPTIONS.find(
    (one) =>
      one.options.includes(option) &&
      (one.program === undefined || one.program === program) &&
      (one.command === undefined || before.includes(one.command)),
  );
  return row?.kind;
}
