import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startServerProcess } from "../server-process";
import type { Unavailable } from "../test-server";
import { javaEnvironment, keycloakDistribution } from "./distribution";

/** The Keycloak of a test run: it takes a minute to start, so all tests share one and have a realm each. */
export interface SharedKeycloak {
  readonly port: number;
  /** The password of its administrator, whose name is ADMINISTRATOR. */
  readonly password: string;
}

declare module "vitest" {
  interface ProvidedContext {
    keycloak: SharedKeycloak | Unavailable;
  }
}

export const ADMINISTRATOR = "admin";

const LISTENING = /Listening on: http:\/\/127\.0\.0\.1:(\d+)/;

/** Starts Keycloak before the first test of the run `npm run test:keycloak`, and gives what stops it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const distribution = await keycloakDistribution(console.warn);
  if ("unavailable" in distribution) {
    project.provide("keycloak", distribution);
    return () => Promise.resolve();
  }
  const password = randomUUID();
  const started = Date.now();
  const server = await startServerProcess({
    command: "sh",
    args: [
      join(distribution.folder, "keycloak/bin/kc.sh"),
      ...["start", "--optimized", "--http-enabled=true", "--http-host=127.0.0.1", "--http-port=0"],
      ...["--hostname-strict=false", "--proxy-headers=xforwarded"],
    ],
    cwd: distribution.folder,
    env: { ...javaEnvironment(), KC_BOOTSTRAP_ADMIN_USERNAME: ADMINISTRATOR, KC_BOOTSTRAP_ADMIN_PASSWORD: password },
    isUp: (output) => LISTENING.test(output),
    timeoutMs: 600_000,
  });
  console.warn(`Keycloak was up after ${((Date.now() - started) / 1000).toFixed(0)} s`);
  const port = Number(LISTENING.exec(server.output())?.[1]);
  project.provide("keycloak", { port, password });
  return server.stop;
}
