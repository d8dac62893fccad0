/** A program that starts the command in its arguments. */
export interface Wrapper {
  readonly program: string;
  /** Options that take a value in the next word. */
  readonly withValue?: readonly string[];
  /** Operands before the command. */
  readonly operands?: number;
  /** Options whose value is a command line of its own. */
  readonly commandLine?: readonly string[];
  /** Words of which one comes before the command. */
  readonly verbs?: readonly string[];
  /** The command follows `--`. */
  readonly afterDashes?: boolean;
  /** Its own arguments are seen by other users: all but the shell's builtins. */
  readonly builtin?: boolean;
  readonly source: string;
  /** What comes before the command. */
  readonly case: string;
}

const man = (section: number, page: string): string =>
  `https://man7.org/linux/man-pages/man${section}/${page}.${section}.html`;
const debian = (section: number, of: string, page: string): string =>
  `https://manpages.debian.org/stable/${of}/${page}.${section}.en.html`;
const coreutils = (program: string): string =>
  `https://www.gnu.org/software/coreutils/manual/html_node/${program}-invocation.html`;
const bash = (page: string): string => `https://www.gnu.org/software/bash/manual/html_node/${page}.html`;
const posix = (utility: string): string => `https://pubs.opengroup.org/onlinepubs/9799919799/utilities/${utility}.html`;
const github = (repository: string): string => `https://github.com/${repository}`;
const words = (text: string): readonly string[] => text.split(" ");

export const WRAPPERS: readonly Wrapper[] = [
  {
    program: "sudo",
    withValue: words("-u -g -h -p -C -r -t -T -U -D --user --group"),
    source: man(8, "sudo"),
    case: "sudo -u ci --group ops",
  },
  { program: "doas", withValue: words("-u -C"), source: "https://man.openbsd.org/doas", case: "doas -u ci" },
  { program: "env", withValue: words("-u -C --unset --chdir"), source: coreutils("env"), case: "env -u HOME A=b" },
  { program: "nohup", source: coreutils("nohup"), case: "nohup" },
  { program: "nice", withValue: words("-n --adjustment"), source: coreutils("nice"), case: "nice -n 5" },
  {
    program: "timeout",
    withValue: words("-s -k --signal --kill-after"),
    operands: 1,
    source: coreutils("timeout"),
    case: "timeout -k 5 30",
  },
  {
    program: "gtimeout",
    withValue: words("-s -k --signal --kill-after"),
    operands: 1,
    source: coreutils("timeout"),
    case: "gtimeout -s INT 30",
  },
  { program: "stdbuf", withValue: words("-i -o -e"), source: coreutils("stdbuf"), case: "stdbuf -o L" },
  { program: "command", builtin: true, source: posix("command"), case: "command -p" },
  { program: "time", withValue: words("-f -o"), source: posix("time"), case: "time -p" },
  {
    program: "exec",
    withValue: words("-a"),
    builtin: true,
    source: bash("Bourne-Shell-Builtins"),
    case: "exec -a name",
  },
  { program: "builtin", builtin: true, source: bash("Bash-Builtins"), case: "builtin command" },
  { program: "ionice", withValue: words("-c -n"), source: man(1, "ionice"), case: "ionice -c 2 -n 7" },
  { program: "setsid", source: man(1, "setsid"), case: "setsid -w" },
  {
    program: "flock",
    withValue: words("-w -E"),
    commandLine: words("-c --command"),
    operands: 1,
    source: man(1, "flock"),
    case: "flock -w 5 /tmp/lock",
  },
  { program: "watch", withValue: words("-n"), source: man(1, "watch"), case: "watch -n 5" },
  { program: "strace", withValue: words("-e -o -p"), source: man(1, "strace"), case: "strace -e trace=network" },
  { program: "unbuffer", source: debian(1, "expect", "unbuffer"), case: "unbuffer -p" },
  { program: "chronic", source: debian(1, "moreutils", "chronic"), case: "chronic -v" },
  { program: "busybox", source: "https://busybox.net/downloads/BusyBox.html", case: "busybox" },
  { program: "gosu", operands: 1, source: github("tianon/gosu"), case: "gosu ci" },
  { program: "su-exec", operands: 1, source: github("ncopa/su-exec"), case: "su-exec ci:ci" },
  { program: "winpty", source: github("rprichard/winpty"), case: "winpty" },
  { program: "proxychains", source: github("rofl0r/proxychains-ng"), case: "proxychains -q" },
  { program: "proxychains4", source: github("rofl0r/proxychains-ng"), case: "proxychains4 -q" },
  { program: "torsocks", source: github("dgoulet/torsocks"), case: "torsocks -q" },
  {
    program: "op",
    afterDashes: true,
    source: "https://developer.1password.com/docs/cli/reference/commands/run",
    case: "op run --env-file prod.env --",
  },
  { program: "doppler", afterDashes: true, source: "https://docs.doppler.com/docs/cli", case: "doppler run --" },
  { program: "aws-vault", afterDashes: true, source: github("99designs/aws-vault"), case: "aws-vault exec ops --" },
  { program: "chamber", afterDashes: true, source: github("segmentio/chamber"), case: "chamber exec ops --" },
  {
    program: "vaultenv",
    afterDashes: true,
    source: github("channable/vaultenv"),
    case: "vaultenv --secrets-file a --",
  },
  { program: "envconsul", afterDashes: true, source: github("hashicorp/envconsul"), case: "envconsul -prefix ops --" },
  {
    program: "npx",
    withValue: words("-p --package -w --workspace"),
    commandLine: words("-c --call"),
    source: "https://docs.npmjs.com/cli/commands/npx",
    case: "npx --yes -p tools",
  },
  {
    program: "npm",
    verbs: words("exec x"),
    withValue: words("--package -w --workspace"),
    commandLine: words("-c --call"),
    source: "https://docs.npmjs.com/cli/commands/npm-exec",
    case: "npm exec --",
  },
  {
    program: "pnpm",
    verbs: words("exec dlx"),
    withValue: words("--package --dir -C"),
    source: "https://pnpm.io/cli/dlx",
    case: "pnpm dlx",
  },
  { program: "pnpx", withValue: words("--package"), source: "https://pnpm.io/cli/dlx", case: "pnpx" },
  {
    program: "poetry",
    verbs: words("run"),
    withValue: words("-C --directory -P --project"),
    source: "https://python-poetry.org/docs/cli/#run",
    case: "poetry -C ops run",
  },
  { program: "pipenv", verbs: words("run"), source: "https://pipenv.pypa.io/en/latest/cli.html", case: "pipenv run" },
  { program: "aws-okta", afterDashes: true, source: github("segmentio/aws-okta"), case: "aws-okta exec ops --" },
];

export const wrapperNamed = (program: string): Wrapper | undefined => WRAPPERS.find((row) => row.program === program);
