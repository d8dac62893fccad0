import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { runChild } from "../../engine/child";
import type { Log } from "../../engine/go-build";
import { cached } from "../../engine/tool-cache";
import type { Unavailable } from "../test-server";

export const VERSION = "26.7.3";
const SHA256 = "27a6535553c3cdcd083872ba40629efafb3475e3b758e0c6f691395561dd0f1f";
const ARTIFACT = `org.keycloak:keycloak-quarkus-dist:${VERSION}:zip`;
const DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1";
const TIMEOUT_MS = 900_000;

/** What is settled when Keycloak is built, which takes most of the time of a start without it. */
const BUILT_WITH = [
  "--db=dev-mem",
  "--cache=local",
  // The first of these is what Keycloak had before RFC 8693 was settled in it; it takes more kinds of exchange.
  "--features=token-exchange,jwt-authorization-grant",
  // The front tells of a client's certificate.
  "--spi-x509cert-lookup--provider=rfc9440",
];

/** The folder of a Keycloak that is ready to be started, made on its first use on a machine. */
export async function keycloakDistribution(log: Log): Promise<{ folder: string } | Unavailable> {
  for (const [command, needed] of [
    ["java", "Java 17 or later"],
    ["mvn", "Maven"],
  ] as const) {
    const { code } = await runChild(command, ["-version"], { cwd: tmpdir(), env: process.env, timeoutMs: TIMEOUT_MS });
    if (code !== 0) return { unavailable: `${needed} is not on PATH` };
  }
  try {
    return {
      folder: await cached({ name: "keycloak", from: [SHA256, ...BUILT_WITH], build: (into) => build(into, log) }),
    };
  } catch (error) {
    return { unavailable: error instanceof Error ? error.message : String(error) };
  }
}

/** Keycloak's scripts take options from the environment, where a person may have set some for another Keycloak. */
export function javaEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, JAVA_HOME } = process.env;
  return { PATH, HOME, JAVA_HOME, JAVA_OPTS_KC_HEAP: "-Xms128m -Xmx512m" };
}

async function build(into: string, log: Log): Promise<void> {
  log(`Fetching Keycloak ${VERSION} with Maven and building it, once (a minute or two)`);
  const maven = (goal: string) =>
    run("mvn", ["-q", "-B", `${DEPENDENCY_PLUGIN}:${goal}`, `-Dartifact=${ARTIFACT}`, `-DoutputDirectory=${into}`], {
      cwd: into,
      env: process.env,
    });
  await maven("copy");
  const archive = join(into, `keycloak-quarkus-dist-${VERSION}.zip`);
  const hash = createHash("sha256");
  await pipeline(createReadStream(archive), hash);
  if (hash.digest("hex") !== SHA256) throw new Error(`${ARTIFACT} is not what these tests know: its SHA-256 differs`);
  await rm(archive);
  await maven("unpack");
  await rename(join(into, `keycloak-${VERSION}`), join(into, "keycloak"));
  await run("sh", ["keycloak/bin/kc.sh", "build", ...BUILT_WITH], { cwd: into, env: javaEnvironment() });
}

async function run(
  command: string,
  args: readonly string[],
  where: { cwd: string; env: Record<string, string | undefined> },
): Promise<void> {
  const { code, output } = await runChild(command, args, { ...where, timeoutMs: TIMEOUT_MS });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}: ${output}`);
}
