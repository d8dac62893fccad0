import { spawn } from "node:child_process";
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { cannotRun } from "../needs";
import { signedJwt } from "../server/test-key";
import { encodingsOf, jwtEncodings, keyEncodings, secretEncodings } from "./encodings";
import { LeakAudit } from "./leak-audit";

let secret: string;
let audit: LeakAudit;
let folder: string;

beforeEach(() => {
  secret = `p$4"\\+&% =\${x}'${randomBytes(8).toString("hex")}>`;
  audit = new LeakAudit(secretEncodings(secret));
  folder = mkdtempSync(join(tmpdir(), "leak-audit-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function plant(file: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

describe("an audit finds a secret that is planted", () => {
  it.each([
    "cdk.tf.json",
    "terraform.tfstate",
    "terraform.tfstate.backup",
    ".terraform/terraform.tfstate",
    ".terraform/providers/x/y",
    "trace.log",
    "tmp/left-behind",
  ])("in %s", (file) => {
    plant("clean", "nothing");
    plant(file, `before ${secret} after`);
    audit.files(folder);
    expect(audit.findings).toContain(`${file}: plain`);
    expect([...audit.looked.files].sort()).toEqual(["clean", file].sort());
  });

  it("in a saved plan, which is packed", () => {
    const plan = zipOf("tfplan", Buffer.from(`before ${secret} after`.repeat(10)));
    expect(plan.includes(secret)).toBe(false);
    plant("saved.plan", plan);
    audit.files(folder);
    expect(audit.findings).toContain("saved.plan: plain");
  });

  it.each([
    ["as it is", () => secret],
    ["in JSON", () => JSON.stringify(secret)],
    ["in JSON as Go writes it", () => JSON.stringify(secret).replaceAll("&", "\\u0026").replaceAll(">", "\\u003e")],
    ["in HCL", () => JSON.stringify(secret).replaceAll("${", "$${")],
    ["form-encoded", () => new URLSearchParams({ secret }).toString()],
    ["percent-encoded", () => encodeURIComponent(secret)],
    ["in shell quotes", () => secret.replaceAll("'", `'\\''`)],
    ["in base64", () => Buffer.from(secret).toString("base64")],
    ["in base64, URL-safe", () => Buffer.from(secret).toString("base64url")],
    ...["a", "ab", "abc"].map(
      (id) => [`in a Basic pair with the id ${id}`, () => Buffer.from(`${id}:${secret}`).toString("base64")] as const,
    ),
    [
      "in a form-encoded Basic pair",
      () => Buffer.from(`id:${new URLSearchParams({ secret }).toString().slice(7)}`).toString("base64"),
    ],
    ["in a percent-encoded Basic pair", () => Buffer.from(`id:${encodeURIComponent(secret)}`).toString("base64")],
    ["in hexadecimal", () => Buffer.from(secret).toString("hex")],
  ] as [string, () => string][])("%s", (_, encoded) => {
    audit.output("output", `before ${encoded()} after`);
    expect(audit.findings).not.toEqual([]);
  });

  it("in an argument of a process", async (context) => {
    needsProc(context);
    await whileRunning(`: '${secret.replaceAll("'", `'\\''`)}'`, () => {
      audit.watch();
    });
    expect(audit.findings).toContain("command line of sh: letters of it");
  });

  it.for([
    ["that has been removed", 'rm "$0"', "deleted file open in sh: plain"],
    ["that is still there", ":", "file open in sh: plain"],
  ])("in an open file %s", async ([, then = "", finding], context) => {
    needsProc(context);
    plant("temporary", secret);
    await whileRunning(`exec 3<"$0"; ${then}`, () => {
      audit.watch();
    });
    expect(audit.findings).toContain(finding);
    expect(existsSync(join(folder, "temporary"))).toBe(then === ":");
  });
});

describe("an audit finds a private key,", () => {
  const passphrase = "p4ss phrase";
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const pkcs8 = { type: "pkcs8", format: "pem" } as const;
  const der = privateKey.export({ type: "pkcs8", format: "der" });
  const encrypted = privateKey.export({ ...pkcs8, cipher: "aes-256-cbc", passphrase }).toString();

  it.each<[string, () => string | Buffer]>([
    ["encrypted", () => encrypted],
    ["in JSON", () => JSON.stringify({ key: encrypted })],
    ["decrypted, in PEM without line breaks", () => privateKey.export(pkcs8).toString().replaceAll("\n", "")],
    ["decrypted, in DER", () => der],
    ["decrypted, in hexadecimal", () => der.toString("hex")],
    ["decrypted, as a JWK", () => JSON.stringify(privateKey.export({ format: "jwk" }))],
  ])("%s", (_, content) => {
    audit = new LeakAudit(encodingsOf("private key", keyEncodings(encrypted, passphrase)));
    plant("left-behind", content());
    audit.files(folder);
    expect(audit.findings.join()).toContain("left-behind: private key, ");
  });
});

it("an audit finds what it was told of later, such as a JWT, or its signature, in a file that it has looked at", () => {
  const jwt = signedJwt(secret, { jti: randomBytes(8).toString("hex") });
  plant("whole", jwt);
  plant("signature", jwt.split(".").at(-1) ?? "");
  audit.files(folder);
  expect(audit.findings).toEqual([]);
  audit.add(encodingsOf("assertion", jwtEncodings(jwt)));
  audit.files(folder);
  expect(audit.findings).toEqual(
    expect.arrayContaining(["whole: assertion, plain", "signature: assertion, signature"]),
  );
});

it("an audit lets a file be read in which a secret is given", async (context) => {
  needsProc(context);
  audit = new LeakAudit(secretEncodings(secret), folder);
  plant("temporary", secret);
  await whileRunning('exec 3<"$0"', () => {
    audit.watch();
  });
  expect(audit.findings).toEqual([]);
});

it("an audit finds nothing where there is nothing, and says what it has looked at", () => {
  plant("terraform.tfstate", "{}");
  audit.files(folder);
  audit.output("plan", "1 to add");
  expect(audit.findings).toEqual([]);
  expect([...audit.looked.files, ...audit.looked.outputs]).toEqual(["terraform.tfstate", "plan"]);
});

function needsProc(context: TestContext): void {
  if (!existsSync("/proc/self/fd"))
    cannotRun(context, "command lines and open files are seen in /proc, as Linux has it");
}

/** Looks while a shell, whose $0 is the file "temporary", is at the end of a script. */
async function whileRunning(script: string, look: () => void): Promise<void> {
  const shell = spawn("sh", ["-c", `${script}; echo ready; read line`, join(folder, "temporary")]);
  await new Promise((resolve) => shell.stdout.once("data", resolve));
  look();
  shell.stdin.end();
  await new Promise((resolve) => shell.once("close", resolve));
}

/** A zip file of one compressed entry. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
