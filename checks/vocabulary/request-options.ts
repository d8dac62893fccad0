import type { RequestCall, RequestPart } from "./request-calls.js";

/** A name by which a library takes a part of a request, other than the part's own: an option, a member that is assigned to, a key. */
export interface RequestOption {
  readonly name: string;
  readonly part: RequestPart | "insecure" | "verbose" | "follows" | "fails" | "query";
  /** Where it says so by one value only. */
  readonly when?: string;
  /** The libraries that take it, as their languages name them. */
  readonly source: string;
}

const github = (path: string): string => `https://github.com/${path}`;
const NET_HTTP = "https://docs.ruby-lang.org/en/master/Net/HTTP.html";
const LWP = "https://metacpan.org/pod/LWP::UserAgent";
const CURL = "https://www.php.net/manual/en/curl.constants.php";
const GUZZLE = github("guzzle/guzzle/blob/HEAD/docs/request-options.rst");
const HTTPARTY = github("jnunemaker/httparty");
const STREAM = "https://www.php.net/manual/en/context.http.php";
const OAUTH2 = "https://pkg.go.dev/golang.org/x/oauth2/clientcredentials";

export const REQUEST_OPTIONS: readonly RequestOption[] = [
  { name: "payload", part: "body", source: github("rest-client/rest-client") },
  { name: "content", part: "body", source: "https://metacpan.org/pod/HTTP::Tiny" },
  { name: "Content", part: "body", source: LWP },
  { name: "CURLOPT_POSTFIELDS", part: "body", source: CURL },
  { name: "form_params", part: "form", source: GUZZLE },
  { name: "form_data", part: "form", source: NET_HTTP },
  { name: "base_uri", part: "host", source: GUZZLE },
  { name: "site", part: "host", source: github("ruby-oauth/oauth2") },
  { name: "CURLOPT_URL", part: "url", source: CURL },
  { name: "TokenURL", part: "url", source: OAUTH2 },
  { name: "token_url", part: "url", source: github("ruby-oauth/oauth2") },
  { name: "urlAccessToken", part: "url", source: github("thephpleague/oauth2-client") },
  { name: "ClientID", part: "client_id", source: OAUTH2 },
  { name: "clientId", part: "client_id", source: github("thephpleague/oauth2-client") },
  { name: "ClientSecret", part: "client_secret", source: OAUTH2 },
  { name: "clientSecret", part: "client_secret", source: github("thephpleague/oauth2-client") },
  { name: "CURLOPT_CUSTOMREQUEST", part: "method", source: CURL },
  { name: "header", part: "headers", source: STREAM },
  { name: "Header", part: "headers", source: "https://pkg.go.dev/net/http#Request" },
  { name: "CURLOPT_HTTPHEADER", part: "headers", source: CURL },
  { name: "content_type", part: "type", source: NET_HTTP },
  { name: "basic_auth", part: "user", source: HTTPARTY },
  { name: "auth", part: "user", source: GUZZLE },
  { name: "auth_basic", part: "user", source: "https://symfony.com/doc/current/http_client.html" },
  { name: "CURLOPT_USERPWD", part: "user", source: CURL },
  { name: "pass", part: "password", source: github("httprb/http") },
  { name: "verify", part: "insecure", when: "false", source: GUZZLE },
  { name: "verify_ssl", part: "insecure", when: "false", source: github("rest-client/rest-client") },
  {
    name: "sslverify",
    part: "insecure",
    when: "false",
    source: "https://developer.wordpress.org/reference/functions/wp_remote_post/",
  },
  { name: "verify_peer", part: "insecure", when: "false", source: GUZZLE },
  { name: "verify_mode", part: "insecure", when: "VERIFY_NONE", source: NET_HTTP },
  { name: "verify_ssl", part: "insecure", when: "VERIFY_NONE", source: github("rest-client/rest-client") },
  { name: "verify_hostname", part: "insecure", when: "0", source: LWP },
  { name: "SSL_verify_mode", part: "insecure", when: "0", source: LWP },
  { name: "verify_SSL", part: "insecure", when: "0", source: "https://metacpan.org/pod/HTTP::Tiny" },
  { name: "CURLOPT_SSL_VERIFYPEER", part: "insecure", when: "false", source: CURL },
  { name: "CURLOPT_SSL_VERIFYPEER", part: "insecure", when: "0", source: CURL },
  { name: "CURLOPT_SSL_VERIFYHOST", part: "insecure", when: "0", source: CURL },
  { name: "CURLOPT_SSL_VERIFYHOST", part: "insecure", when: "false", source: CURL },
  { name: "InsecureSkipVerify", part: "insecure", when: "true", source: "https://pkg.go.dev/crypto/tls#Config" },
  { name: "ssl_verify_peer", part: "insecure", when: "false", source: github("excon/excon") },
  { name: "ssl_verifypeer", part: "insecure", when: "false", source: github("typhoeus/typhoeus") },
  { name: "CURLOPT_VERBOSE", part: "verbose", when: "true", source: CURL },
  { name: "CURLOPT_VERBOSE", part: "verbose", when: "1", source: CURL },
  { name: "debug", part: "verbose", when: "true", source: GUZZLE },
  { name: "debug_output", part: "verbose", when: "$stdout", source: HTTPARTY },
  { name: "debug_output", part: "verbose", when: "$stderr", source: HTTPARTY },
  { name: "CURLOPT_FOLLOWLOCATION", part: "follows", when: "true", source: CURL },
  { name: "CURLOPT_FOLLOWLOCATION", part: "follows", when: "1", source: CURL },
  { name: "CURLOPT_FAILONERROR", part: "fails", when: "true", source: CURL },
  { name: "CURLOPT_FAILONERROR", part: "fails", when: "1", source: CURL },
];

/** What betrays that a program of a language makes requests, beside the calls that are known. */
export interface LibraryName {
  readonly language: RequestCall["language"];
  readonly name: string;
  /** The libraries whose calls account for it; none where no call of it is read. */
  readonly libraries: readonly string[];
  readonly source: string;
}

export const LIBRARY_NAMES: readonly LibraryName[] = [
  { language: "ruby", name: "Net::HTTP", libraries: ["Net::HTTP"], source: NET_HTTP },
  { language: "ruby", name: "HTTParty", libraries: ["HTTParty"], source: HTTPARTY },
  { language: "ruby", name: "Faraday", libraries: ["Faraday"], source: github("lostisland/faraday") },
  { language: "ruby", name: "RestClient", libraries: ["RestClient"], source: github("rest-client/rest-client") },
  { language: "ruby", name: "OAuth2::Client", libraries: ["OAuth2::Client"], source: github("ruby-oauth/oauth2") },
  { language: "ruby", name: "HTTP.", libraries: ["http.rb"], source: github("httprb/http") },
  { language: "ruby", name: "open-uri", libraries: [], source: "https://docs.ruby-lang.org/en/master/OpenURI.html" },
  { language: "ruby", name: "Excon", libraries: ["Excon"], source: github("excon/excon") },
  { language: "ruby", name: "Typhoeus", libraries: ["Typhoeus"], source: github("typhoeus/typhoeus") },
  {
    language: "perl",
    name: "LWP::",
    libraries: ["LWP::UserAgent", "HTTP::Request", "HTTP::Request::Common"],
    source: LWP,
  },
  { language: "perl", name: "HTTP::Tiny", libraries: ["HTTP::Tiny"], source: "https://metacpan.org/pod/HTTP::Tiny" },
  {
    language: "perl",
    name: "Mojo::UserAgent",
    libraries: ["Mojo::UserAgent"],
    source: "https://metacpan.org/pod/Mojo::UserAgent",
  },
  { language: "perl", name: "WWW::Curl", libraries: [], source: "https://metacpan.org/pod/WWW::Curl" },
  { language: "perl", name: "Net::OAuth2", libraries: [], source: "https://metacpan.org/pod/Net::OAuth2" },
  {
    language: "perl",
    name: "REST::Client",
    libraries: ["REST::Client"],
    source: "https://metacpan.org/pod/REST::Client",
  },
  { language: "php", name: "curl_init", libraries: ["curl_exec"], source: CURL },
  { language: "php", name: "curl_exec", libraries: ["curl_exec"], source: CURL },
  { language: "php", name: "Guzzle", libraries: ["Guzzle"], source: GUZZLE },
  { language: "php", name: "stream_context_create", libraries: ["file_get_contents", "fopen"], source: STREAM },
  {
    language: "php",
    name: "OAuth2\\Client",
    libraries: ["league/oauth2-client"],
    source: github("thephpleague/oauth2-client"),
  },
  { language: "php", name: "fsockopen", libraries: [], source: "https://www.php.net/manual/en/function.fsockopen.php" },
  {
    language: "php",
    name: "HttpClient",
    libraries: ["HttpClient"],
    source: "https://symfony.com/doc/current/http_client.html",
  },
  { language: "php", name: "Http::", libraries: ["Laravel's Http"], source: "https://laravel.com/docs/http-client" },
  {
    language: "php",
    name: "wp_remote_post",
    libraries: ["wp_remote_post"],
    source: "https://developer.wordpress.org/reference/functions/wp_remote_post/",
  },
  { language: "go", name: "http.Post", libraries: ["net/http"], source: "https://pkg.go.dev/net/http" },
  { language: "go", name: "http.NewRequest", libraries: ["net/http"], source: "https://pkg.go.dev/net/http" },
  { language: "go", name: "http.DefaultClient", libraries: ["net/http"], source: "https://pkg.go.dev/net/http" },
  { language: "go", name: "http.Client", libraries: ["net/http"], source: "https://pkg.go.dev/net/http" },
  { language: "go", name: "clientcredentials", libraries: ["clientcredentials"], source: OAUTH2 },
  { language: "go", name: "oauth2.Config", libraries: ["oauth2"], source: "https://pkg.go.dev/golang.org/x/oauth2" },
  { language: "go", name: "resty.", libraries: ["resty"], source: "https://pkg.go.dev/github.com/go-resty/resty/v2" },
];
