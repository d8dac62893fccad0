/** A command of a program that starts something in a container. */
export interface ContainerCommand {
  readonly verb: "run" | "create" | "exec";
  /** A word before the verb. */
  readonly of?: "compose";
  /** Options without a value: all others have one. */
  readonly flags: ReadonlySet<string>;
  readonly source: string;
}

const words = (...texts: string[]): ReadonlySet<string> => new Set(texts.flatMap((text) => text.split(" ")));
const DOCKER = "https://docs.docker.com/reference/cli/docker/";
const SHARED = "d detach i interactive t tty help privileged q quiet";
/** Docker's, and those that only Podman has (https://docs.podman.io/en/latest/markdown/podman-run.1.html). */
const CREATES = words(
  SHARED,
  "disable-content-trust init no-healthcheck oom-kill-disable P publish-all read-only rm sig-proxy use-api-socket",
  "env-host http-proxy no-hostname no-hosts passwd read-only-tmpfs replace rmi rootfs tls-verify unsetenv-all",
);

export const CONTAINER_COMMANDS: readonly ContainerCommand[] = [
  {
    verb: "run",
    of: "compose",
    flags: words(
      SHARED,
      "build dry-run no-deps T no-TTY P service-ports quiet-build quiet-pull remove-orphans rm use-aliases",
    ),
    source: `${DOCKER}compose/run/`,
  },
  { verb: "exec", of: "compose", flags: words(SHARED, "dry-run T no-TTY no-tty"), source: `${DOCKER}compose/exec/` },
  { verb: "run", flags: CREATES, source: `${DOCKER}container/run/` },
  { verb: "create", flags: CREATES, source: `${DOCKER}container/create/` },
  { verb: "exec", flags: words(SHARED), source: `${DOCKER}container/exec/` },
];

export const containerCommand = (before: readonly string[], verb: string): ContainerCommand | undefined =>
  CONTAINER_COMMANDS.find((row) => row.verb === verb && (row.of === undefined || before.includes(row.of)));
