import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A server's certificate for the loopback host, and the certificate authority that no machine trusts by itself. */
export interface PrivateCa {
  readonly key: string;
  readonly cert: string;
  /** The certificate of the authority, for CURL_CA_BUNDLE. */
  readonly caFile: string;
}

/** What a client shows in the TLS handshake (RFC 8705), as files and as text. */
export interface ClientCertificate {
  readonly keyFile: string;
  readonly certFile: string;
  readonly key: string;
  readonly cert: string;
}

const NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];

/** Makes an authority and a certificate with openssl, in a folder that the caller removes. */
export function createPrivateCa(folder: string): PrivateCa {
  const path = (file: string) => join(folder, file);
  const openssl = opensslIn(folder);
  openssl("req", "-x509", ...NEW_KEY, "-days", "2", "-subj", "/CN=Test CA", "-keyout", "ca.key", "-out", "ca.pem");
  openssl("req", ...NEW_KEY, "-subj", "/CN=127.0.0.1", "-keyout", "server.key", "-out", "server.csr");
  writeFileSync(path("names"), "subjectAltName=IP:127.0.0.1,DNS:localhost\n");
  const signedBy = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names"];
  openssl("x509", "-req", "-in", "server.csr", ...signedBy, "-out", "server.pem");
  return {
    key: readFileSync(path("server.key"), "utf8"),
    cert: readFileSync(path("server.pem"), "utf8"),
    caFile: path("ca.pem"),
  };
}

/** Makes a further certificate of the folder's authority, for a host and from one time to another (YYYYMMDDHHMMSSZ). */
export function createCertificate(folder: string, host: string, from: string, until: string): string {
  const openssl = opensslIn(folder);
  const database = `${host}-${from}`;
  writeFileSync(join(folder, database), "");
  const config = ["[ca]", "default_ca=d", "[d]", `database=${database}`, "new_certs_dir=.", "rand_serial=yes"];
  const policy = ["default_md=sha256", "policy=p", "x509_extensions=e", "[p]", "commonName=supplied", "[e]"];
  writeFileSync(join(folder, "ca.cnf"), [...config, ...policy, `subjectAltName=${host}`, ""].join("\n"));
  openssl("req", "-new", "-key", "server.key", "-subj", `/CN=${database}`, "-out", `${database}.csr`);
  const signedBy = ["-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key", "-notext"];
  openssl(
    "ca",
    "-batch",
    ...signedBy,
    "-startdate",
    from,
    "-enddate",
    until,
    "-in",
    `${database}.csr`,
    "-out",
    "x.pem",
  );
  return readFileSync(join(folder, "x.pem"), "utf8");
}

/** Makes a client's certificate, signed by the authority of the folder or by itself. */
export function createClientCertificate(
  folder: string,
  name: string,
  signedBy: "authority" | "itself" = "authority",
): ClientCertificate {
  const openssl = opensslIn(folder);
  const [keyFile, certFile] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const subject = ["-subj", `/CN=${name}`, "-keyout", keyFile];
  if (signedBy === "itself") {
    openssl("req", "-x509", ...NEW_KEY, ...subject, "-days", "2", "-out", certFile);
  } else {
    openssl("req", ...NEW_KEY, ...subject, "-out", `${name}.csr`);
    const authority = ["-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2"];
    openssl("x509", "-req", "-in", `${name}.csr`, ...authority, "-out", certFile);
  }
  return { keyFile, certFile, key: readFileSync(keyFile, "utf8"), cert: readFileSync(certFile, "utf8") };
}

function opensslIn(folder: string): (...args: string[]) => Buffer {
  return (...args) => execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
}
