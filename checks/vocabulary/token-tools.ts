/** A call of a command line tool that prints an access token. */
export interface TokenTool {
  readonly program: string;
  /** Words among its arguments, in this order. */
  readonly words: readonly string[];
  /** It prints JSON with the token in it, unless it is asked for another format. */
  readonly json?: true;
  readonly source: string;
}

export const TOKEN_TOOLS: readonly TokenTool[] = [
  {
    program: "az",
    words: ["account", "get-access-token"],
    json: true,
    source: "https://learn.microsoft.com/cli/azure/account#az-account-get-access-token",
  },
  {
    program: "gcloud",
    words: ["auth", "print-access-token"],
    source: "https://cloud.google.com/sdk/gcloud/reference/auth/print-access-token",
  },
  {
    program: "gcloud",
    words: ["auth", "print-identity-token"],
    source: "https://cloud.google.com/sdk/gcloud/reference/auth/print-identity-token",
  },
  { program: "gh", words: ["auth", "token"], source: "https://cli.github.com/manual/gh_auth_token" },
  ...["-t", "--show-token"].map((flag) => ({
    program: "oc",
    words: ["whoami", flag],
    source:
      "https://docs.openshift.com/container-platform/latest/cli_reference/openshift_cli/developer-cli-commands.html",
  })),
  {
    program: "aws",
    words: ["ecr", "get-login-password"],
    source: "https://docs.aws.amazon.com/cli/latest/reference/ecr/get-login-password.html",
  },
  {
    program: "aws",
    words: ["codeartifact", "get-authorization-token"],
    json: true,
    source: "https://docs.aws.amazon.com/cli/latest/reference/codeartifact/get-authorization-token.html",
  },
  {
    program: "aws",
    words: ["eks", "get-token"],
    json: true,
    source: "https://docs.aws.amazon.com/cli/latest/reference/eks/get-token.html",
  },
  ...["get-session-token", "assume-role", "assume-role-with-web-identity"].map((call) => ({
    program: "aws",
    words: ["sts", call],
    json: true as const,
    source: `https://docs.aws.amazon.com/cli/latest/reference/sts/${call}.html`,
  })),
  {
    program: "aws",
    words: ["sso", "get-role-credentials"],
    json: true,
    source: "https://docs.aws.amazon.com/cli/latest/reference/sso/get-role-credentials.html",
  },
  {
    program: "vault",
    words: ["login", "-token-only"],
    source: "https://developer.hashicorp.com/vault/docs/commands/login",
  },
  {
    program: "vault",
    words: ["write", "-field=token"],
    source: "https://developer.hashicorp.com/vault/docs/commands/write",
  },
  {
    program: "vault",
    words: ["token", "create", "-field=token"],
    source: "https://developer.hashicorp.com/vault/docs/commands/token/create",
  },
];

/** The row of a call; options, and words such as `application-default`, may stand between its own. */
export function tokenTool(program: string, args: readonly string[]): TokenTool | undefined {
  return TOKEN_TOOLS.find((row) => {
    if (row.program !== program) return false;
    let from = 0;
    return row.words.every((word) => {
      const at = args.indexOf(word, from);
      from = at + 1;
      return at >= 0;
    });
  });
}

/** Whether a text may call one of the tools: it has all the words of a row. */
export const callsTokenTool = (text: string): boolean =>
  TOKEN_TOOLS.some(({ program, words }) => text.includes(program) && words.every((word) => text.includes(word)));
