import type { Grammar, Option } from "./options.js";

/** curl's long options that take no value; all others do (curl.se/docs/manpage.html). */
const WITHOUT_VALUE = new Set(
  (
    "anyauth append basic ca-native cert-status compressed compressed-ssh create-dirs crlf digest disable disable-eprt disable-epsv " +
    "disallow-username-in-url doh-cert-status doh-insecure fail fail-early fail-with-body false-start form-escape ftp-create-dirs " +
    "ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl-ccc ftp-ssl-control get globoff haproxy-protocol head http0.9 http1.0 http1.1 http2 " +
    "http2-prior-knowledge http3 http3-only ignore-content-length include insecure ipv4 ipv6 junk-session-cookies list-only location " +
    "location-trusted mail-rcpt-allowfails manual metalink negotiate netrc netrc-optional next ntlm ntlm-wb parallel parallel-immediate " +
    "path-as-is post301 post302 post303 progress-bar proxy-anyauth proxy-basic proxy-ca-native proxy-digest proxy-http2 proxy-insecure " +
    "proxy-negotiate proxy-ntlm proxy-ssl-allow-beast proxy-ssl-auto-client-cert proxy-tlsv1 proxytunnel raw remote-header-name " +
    "remote-name remote-name-all remote-time remove-on-error retry-all-errors retry-connrefused sasl-ir show-error show-headers silent " +
    "skip-existing socks5-basic socks5-gssapi socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd " +
    "ssl-revoke-best-effort sslv2 sslv3 styled-output suppress-connect-headers tcp-fastopen tcp-nodelay tftp-no-options tlsv1 tlsv1.0 " +
    "tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time use-ascii verbose version xattr help"
  ).split(" "),
);

const SHORT: Readonly<Record<string, string>> = {
  d: "data",
  H: "header",
  X: "request",
  u: "user",
  o: "output",
  O: "remote-name",
  k: "insecure",
  L: "location",
  f: "fail",
  v: "verbose",
  s: "silent",
  K: "config",
  F: "form",
  G: "get",
  I: "head",
  w: "write-out",
  n: "netrc",
  i: "include",
  T: "upload-file",
  D: "dump-header",
  x: "proxy",
};
const LONG = [...new Set([...Object.values(SHORT), ...WITHOUT_VALUE, "url", "json", "data-urlencode", "data-raw"])];

/** curl takes the beginning of a name where only one option begins so. */
function fullName(name: string): string {
  if (LONG.includes(name) || name.length < 4) return name;
  const candidates = LONG.filter((long) => long.startsWith(name));
  return candidates.length === 1 ? (candidates[0] ?? name) : name;
}

export const CURL: Grammar = {
  shortWithValue: "AbcCdDeEFHhKmoPQrtTuUwxXyYz",
  longWithValue: (name) => !WITHOUT_VALUE.has(fullName(name)) && !name.startsWith("no-"),
};

export const curlName = ({ name }: Option): string => (name.length === 1 ? (SHORT[name] ?? name) : fullName(name));
