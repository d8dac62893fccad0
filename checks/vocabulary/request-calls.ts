/** What an argument of a library's call is to a request; `-` is nothing to it. */
export type RequestPart =
  | "-"
  | "url"
  | "method"
  | "host"
  | "body"
  | "form"
  | "json"
  | "type"
  | "headers"
  | "options"
  | "user"
  | "password"
  | "client_id"
  | "client_secret"
  | "request"
  | "key"
  | "value";

/** A call of a library, as a program of that language writes it. */
export interface RequestCall {
  readonly language: "ruby" | "perl" | "php" | "go";
  /** As a report calls it. */
  readonly library: string;
  /** The name of what is called; a member of a client goes by the call that made the client. */
  readonly call: string;
  /**
   * `sends` a request, `prepares` one, makes a `client` for several, `sets` a part of a prepared request or of a client, or makes
   * a `grant`: a request for a token by OAuth's own rules.
   */
  readonly does: "sends" | "prepares" | "client" | "sets" | "grant";
  /** Its arguments, by their place. */
  readonly takes: readonly RequestPart[];
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** What it makes of a body that is an object, where that is not a form. */
  readonly object?: "json";
  /** An error status ends the program, unless it is caught. */
  readonly fails?: true;
  /** The call that it is another name of. */
  readonly as?: string;
  readonly source: string;
}

const github = (path: string): string => `https://github.com/${path}`;
const cpan = (module: string): string => `https://metacpan.org/pod/${module}`;
const php = (page: string): string => `https://www.php.net/manual/en/${page}.php`;
const go = (path: string): string => `https://pkg.go.dev/${path}`;
const NET_HTTP = "https://docs.ruby-lang.org/en/master/Net/HTTP.html";

type Row = Omit<RequestCall, "language" | "library" | "source">;
const of = (language: RequestCall["language"], library: string, source: string, rows: readonly Row[]): RequestCall[] =>
  rows.map((row) => ({ ...row, language, library, source }));
const posts = (call: string, takes: string, more: Partial<Row> = {}): Row => ({
  call,
  does: "sends",
  takes: takes.split(" ") as RequestPart[],
  method: "POST",
  ...more,
});
/** A POST, and what is called alike with other methods. */
const sends = (call: string, takes: string, more: Partial<Row> = {}): Row[] => [
  posts(call, takes, more),
  { ...posts(call.replace(/post$/, "put"), takes, more), method: "PUT" },
  { ...posts(call.replace(/post$/, "patch"), takes, more), method: "PATCH" },
  { ...posts(call.replace(/post$/, "delete"), takes, more), method: "DELETE" },
];
const gets = (call: string, takes = "url options", more: Partial<Row> = {}): Row => ({
  ...posts(call, takes, more),
  method: "GET",
});
const makes = (call: string, does: RequestCall["does"], takes: string, more: Partial<Row> = {}): Row => ({
  call,
  does,
  takes: takes.split(" ") as RequestPart[],
  ...more,
});

const RUBY: readonly RequestCall[] = [
  ...of("ruby", "Net::HTTP", NET_HTTP, [
    posts("Net::HTTP.post", "url body headers"),
    posts("Net::HTTP.post_form", "url form"),
    gets("Net::HTTP.get", "url headers"),
    gets("Net::HTTP.get_response", "url headers"),
    makes("Net::HTTP.new", "client", "host -"),
    makes("Net::HTTP.start", "client", "host - options", { as: "Net::HTTP.new" }),
    makes("Net::HTTP.new.start", "client", "-", { as: "Net::HTTP.new" }),
    ...sends("Net::HTTP.new.post", "url body headers"),
    gets("Net::HTTP.new.get", "url headers"),
    posts("Net::HTTP.new.request_post", "url body headers"),
    makes("Net::HTTP.new.request", "sends", "request body"),
    makes("Net::HTTP::Post.new", "prepares", "url headers", { method: "POST" }),
    makes("Net::HTTP::Put.new", "prepares", "url headers", { method: "PUT" }),
    makes("Net::HTTP::Patch.new", "prepares", "url headers", { method: "PATCH" }),
    makes("Net::HTTP::Delete.new", "prepares", "url headers", { method: "DELETE" }),
    makes("Net::HTTP::Get.new", "prepares", "url headers", { method: "GET" }),
    makes("set_form_data", "sets", "form"),
    makes("set_form", "sets", "form"),
    makes("basic_auth", "sets", "user password"),
    makes("add_field", "sets", "key value"),
    makes("set_content_type", "sets", "type"),
  ]),
  ...of("ruby", "HTTParty", github("jnunemaker/httparty"), [
    ...sends("HTTParty.post", "url options"),
    gets("HTTParty.get"),
  ]),
  ...of("ruby", "Faraday", github("lostisland/faraday"), [
    ...sends("Faraday.post", "url body headers"),
    gets("Faraday.get", "url - headers"),
    makes("Faraday.new", "client", "url options"),
    ...sends("Faraday.new.post", "url body headers"),
    gets("Faraday.new.get", "url - headers"),
  ]),
  ...of("ruby", "RestClient", github("rest-client/rest-client"), [
    ...sends("RestClient.post", "url body headers", { fails: true }),
    gets("RestClient.get", "url headers", { fails: true }),
    makes("RestClient::Request.execute", "sends", "options", { fails: true }),
    makes("RestClient::Resource.new", "client", "url user password"),
    ...sends("RestClient::Resource.new.post", "body headers", { fails: true }),
  ]),
  ...of("ruby", "http.rb", github("httprb/http"), [
    ...sends("HTTP.post", "url options"),
    gets("HTTP.get"),
    makes("HTTP.headers", "client", "headers", { as: "HTTP" }),
    makes("HTTP.auth", "client", "-", { as: "HTTP" }),
    makes("HTTP.timeout", "client", "-", { as: "HTTP" }),
    makes("HTTP.basic_auth", "client", "options", { as: "HTTP" }),
  ]),
  ...of("ruby", "Excon", github("excon/excon"), [
    ...sends("Excon.post", "url options"),
    gets("Excon.get"),
    makes("Excon.new", "client", "url options"),
    posts("Excon.new.post", "options"),
  ]),
  ...of("ruby", "Typhoeus", github("typhoeus/typhoeus"), [
    ...sends("Typhoeus.post", "url options"),
    gets("Typhoeus.get"),
  ]),
  ...of("ruby", "OAuth2::Client", github("ruby-oauth/oauth2"), [
    makes("OAuth2::Client.new", "client", "client_id client_secret options"),
    makes("OAuth2::Client.new.client_credentials.get_token", "grant", "-"),
    makes("OAuth2::Client.new.password.get_token", "grant", "user password"),
  ]),
];

const PERL: readonly RequestCall[] = [
  ...of("perl", "LWP::UserAgent", cpan("LWP::UserAgent"), [
    makes("LWP::UserAgent.new", "client", "options"),
    ...sends("LWP::UserAgent.new.post", "url form"),
    gets("LWP::UserAgent.new.get", "url"),
    makes("LWP::UserAgent.new.request", "sends", "request"),
    makes("LWP::UserAgent.new.simple_request", "sends", "request"),
  ]),
  ...of("perl", "HTTP::Request", cpan("HTTP::Request"), [
    makes("HTTP::Request.new", "prepares", "method url headers body"),
    makes("content", "sets", "body"),
    makes("header", "sets", "key value"),
    makes("push_header", "sets", "key value"),
    makes("content_type", "sets", "type"),
    makes("authorization_basic", "sets", "user password"),
  ]),
  ...of("perl", "HTTP::Request::Common", cpan("HTTP::Request::Common"), [
    makes("POST", "prepares", "url form", { method: "POST" }),
    makes("GET", "prepares", "url", { method: "GET" }),
  ]),
  ...of("perl", "HTTP::Tiny", cpan("HTTP::Tiny"), [
    makes("HTTP::Tiny.new", "client", "options"),
    ...sends("HTTP::Tiny.new.post", "url options"),
    posts("HTTP::Tiny.new.post_form", "url form options"),
    gets("HTTP::Tiny.new.get"),
    makes("HTTP::Tiny.new.request", "sends", "method url options"),
  ]),
  ...of("perl", "REST::Client", cpan("REST::Client"), [
    makes("REST::Client.new", "client", "options"),
    posts("REST::Client.new.POST", "url body headers"),
    gets("REST::Client.new.GET", "url headers"),
  ]),
  ...of("perl", "Mojo::UserAgent", cpan("Mojo::UserAgent"), [
    makes("Mojo::UserAgent.new", "client", "options"),
    posts("Mojo::UserAgent.new.post", "url headers"),
    gets("Mojo::UserAgent.new.get", "url headers"),
  ]),
];

const PHP: readonly RequestCall[] = [
  ...of("php", "curl_exec", php("book.curl"), [
    makes("curl_init", "prepares", "url"),
    makes("curl_setopt", "sets", "request key value"),
    makes("curl_setopt_array", "sets", "request options"),
    makes("curl_exec", "sends", "request"),
  ]),
  ...of("php", "file_get_contents", php("function.file-get-contents"), [
    makes("file_get_contents", "sends", "url - options"),
  ]),
  ...of("php", "fopen", php("function.fopen"), [makes("fopen", "sends", "url - - options")]),
  ...of("php", "Guzzle", github("guzzle/guzzle/blob/HEAD/docs/quickstart.rst"), [
    makes("Client", "client", "options"),
    ...sends("Client.post", "url options", { fails: true }),
    gets("Client.get", "url options", { fails: true }),
    makes("Client.request", "sends", "method url options", { fails: true }),
    makes("Client.send", "sends", "request options", { fails: true }),
    makes("Request", "prepares", "method url headers body"),
  ]),
  ...of("php", "HttpClient", "https://symfony.com/doc/current/http_client.html", [
    makes("HttpClient.create", "client", "options"),
    makes("HttpClient.create.request", "sends", "method url options"),
  ]),
  ...of("php", "Laravel's Http", "https://laravel.com/docs/http-client", [
    ...sends("Http.post", "url body", { object: "json" }),
    gets("Http.get", "url -"),
    makes("Http.asForm", "client", "-"),
    posts("Http.asForm.post", "url form"),
    makes("Http.asJson", "client", "-", { as: "Http" }),
    makes("Http.acceptJson", "client", "-", { as: "Http" }),
    makes("Http.asForm.acceptJson", "client", "-", { as: "Http.asForm" }),
    makes("Http.acceptJson.asForm", "client", "-", { as: "Http.asForm" }),
    makes("Http.withBasicAuth", "client", "user password", { as: "Http" }),
    makes("Http.withBasicAuth.asForm", "client", "-", { as: "Http.asForm" }),
    makes("Http.asForm.withBasicAuth", "client", "user password", { as: "Http.asForm" }),
    makes("Http.withHeaders", "client", "headers", { as: "Http" }),
    makes("Http.asForm.withHeaders", "client", "headers", { as: "Http.asForm" }),
  ]),
  ...of("php", "wp_remote_post", "https://developer.wordpress.org/reference/functions/wp_remote_post/", [
    posts("wp_remote_post", "url options"),
    gets("wp_remote_get"),
  ]),
  ...of("php", "league/oauth2-client", github("thephpleague/oauth2-client"), [
    makes("GenericProvider", "client", "options"),
    makes("GenericProvider.getAccessToken", "grant", "-", { fails: true }),
  ]),
];

const GO: readonly RequestCall[] = [
  ...of("go", "net/http", go("net/http"), [
    posts("http.PostForm", "url form"),
    posts("http.Post", "url type body"),
    gets("http.Get", "url"),
    makes("http.NewRequest", "prepares", "method url body"),
    makes("http.NewRequestWithContext", "prepares", "- method url body"),
    makes("http.Client", "client", "-"),
    makes("http.DefaultClient.Do", "sends", "request"),
    makes("http.Client.Do", "sends", "request"),
    posts("http.DefaultClient.PostForm", "url form"),
    posts("http.Client.PostForm", "url form"),
    posts("http.Client.Post", "url type body"),
    gets("http.Client.Get", "url"),
    makes("SetBasicAuth", "sets", "user password"),
    makes("Header.Set", "sets", "key value"),
    makes("Header.Add", "sets", "key value"),
  ]),
  ...of("go", "resty", go("github.com/go-resty/resty/v2"), [
    makes("resty.New", "client", "-"),
    makes("resty.New.R", "prepares", "-", { method: "POST" }),
    makes("SetFormData", "sets", "form"),
    makes("SetBody", "sets", "json"),
    makes("SetHeader", "sets", "key value"),
    posts("resty.New.R.Post", "url"),
  ]),
  ...of("go", "clientcredentials", go("golang.org/x/oauth2/clientcredentials"), [
    makes("clientcredentials.Config", "client", "options"),
    makes("clientcredentials.Config.Token", "grant", "-", { fails: true }),
    makes("clientcredentials.Config.Client", "grant", "-", { fails: true }),
    makes("clientcredentials.Config.TokenSource", "grant", "-", { fails: true }),
  ]),
  ...of("go", "oauth2", go("golang.org/x/oauth2"), [
    makes("oauth2.Config", "client", "options"),
    makes("oauth2.Config.PasswordCredentialsToken", "grant", "- user password", { fails: true }),
  ]),
];

export const REQUEST_CALLS: readonly RequestCall[] = [...RUBY, ...PERL, ...PHP, ...GO];

const keyOf = (language: string, call: string): string => `${language} ${call}`;
const BY_CALL = new Map(REQUEST_CALLS.map((row) => [keyOf(row.language, row.call), row]));

export const requestCall = (language: string, call: string): RequestCall | undefined =>
  BY_CALL.get(keyOf(language, call));
