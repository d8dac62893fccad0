/**
 * The long options of GNU Wget 1.21 by its manual, https://www.gnu.org/software/wget/manual/wget.html, and its `--help`: those that take a
 * value, and those that take none. Options that begin with `no-` turn off one of either.
 */
export const WGET_WITH_VALUE: readonly string[] = (
  "accept accept-regex append-output backups base bind-address body-data body-file ca-certificate ca-directory certificate certificate-type " +
  "ciphers compression config connect-timeout crl-file cut-dirs default-page directory-prefix dns-timeout domains exclude-directories " +
  "exclude-domains execute follow-tags ftp-password ftp-user header hsts-file http-password http-user ignore-tags include-directories " +
  "input-file level limit-rate load-cookies local-encoding max-redirect method output-document output-file password pinnedpubkey post-data " +
  "post-file prefer-family private-key private-key-type progress proxy-password proxy-user quota read-timeout referer regex-type reject " +
  "reject-regex rejected-log remote-encoding report-speed restrict-file-names retry-on-http-error save-cookies secure-protocol start-pos " +
  "timeout tries use-askpass user user-agent wait waitretry warc-dedup warc-file warc-header warc-max-size warc-tempdir"
).split(" ");

export const WGET_WITHOUT_VALUE: readonly string[] = (
  "adjust-extension ask-password auth-no-challenge background backup-converted cache check-certificate clobber content-disposition " +
  "content-on-error continue convert-file-only convert-links cookies debug delete-after directories dns-cache follow-ftp " +
  "force-directories force-html ftps-clear-data-connection ftps-fallback-to-ftp ftps-implicit ftps-resume-ssl glob help host-directories hsts " +
  "http-keep-alive https-only if-modified-since ignore-case ignore-length inet4-only inet6-only iri keep-session-cookies mirror netrc " +
  "page-requisites parent passive-ftp preserve-permissions protocol-directories proxy quiet random-wait recursive relative remove-listing " +
  "retr-symlinks retry-connrefused save-headers server-response show-progress span-hosts spider strict-comments timestamping " +
  "trust-server-names unlink use-server-timestamps verbose version warc-cdx warc-compression warc-digests warc-keep-log xattr"
).split(" ");
