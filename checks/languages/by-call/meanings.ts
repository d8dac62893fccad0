/** What a call of a language's own library does, as far as it matters to a request. */
export type Meaning =
  | "form"
  | "quote"
  | "json"
  | "parse"
  | "base64"
  | "environment"
  | "print"
  | "read"
  | "write"
  | "start"
  | "format"
  | "join"
  | "same"
  | "receiver"
  | "address"
  | "host"
  | "values"
  | "put"
  | "status"
  | "check";

const RUBY: Partial<Record<Meaning, string>> = {
  form: "URI.encode_www_form",
  quote: "CGI.escape URI.encode_www_form_component ERB::Util.url_encode",
  json: "JSON.generate JSON.dump .to_json",
  parse: "JSON.parse",
  base64: "Base64.strict_encode64 Base64.encode64 Base64.urlsafe_encode64",
  environment: "ENV.fetch",
  print: "puts print p pp warn $stdout.puts $stderr.puts STDOUT.puts STDERR.puts $stdout.print $stdout.write",
  read: "File.read IO.read STDIN.read $stdin.read ARGF.read",
  write: "File.write IO.write",
  start: "` system exec spawn Open3.capture2 Open3.capture3 Open3.capture2e IO.popen",
  format: "format sprintf",
  receiver: ".strip .chomp .to_str .to_s .freeze .dup .to_h .compact .tap URI.request_uri URI.path URI.to_s",
  address: "URI URI.parse URI.join",
  host: "URI.host URI.hostname",
  check: ".value .error! .raise_for_status",
};

const PERL: Partial<Record<Meaning, string>> = {
  quote: "uri_escape uri_escape_utf8",
  form: ".www_form_urlencode",
  json: "encode_json to_json .encode",
  parse: "decode_json from_json .decode",
  base64: "encode_base64",
  print: "print say printf warn STDERR STDOUT",
  start: "` system exec",
  format: "sprintf",
  join: "join",
  address: "URI.new",
};

const PHP: Partial<Record<Meaning, string>> = {
  form: "http_build_query",
  quote: "urlencode rawurlencode",
  json: "json_encode",
  parse: "json_decode",
  base64: "base64_encode",
  environment: "getenv env",
  print: "echo print printf print_r var_dump error_log",
  read: "file_get_contents stream_get_contents",
  write: "file_put_contents",
  start: "` shell_exec exec system passthru",
  format: "sprintf",
  join: "implode join",
  same: "trim strval stream_context_create",
  status: "curl_getinfo curl_errno curl_error",
  check: ".throw",
};

const GO: Partial<Record<Meaning, string>> = {
  form: ".Encode",
  quote: "url.QueryEscape url.PathEscape",
  json: "json.Marshal json.MarshalIndent",
  base64: ".EncodeToString",
  environment: "os.Getenv os.LookupEnv",
  print: "fmt.Println fmt.Printf fmt.Print log.Println log.Printf log.Print",
  read: "os.ReadFile ioutil.ReadFile io.ReadAll ioutil.ReadAll",
  write: "os.WriteFile ioutil.WriteFile",
  start: "exec.Command",
  format: "fmt.Sprintf",
  same: "strings.NewReader bytes.NewReader bytes.NewBuffer bytes.NewBufferString strings.TrimSpace string [] url.Parse",
  receiver: ".String .Output .CombinedOutput",
  values: "url.Values",
  put: ".Set .Add",
};

const meaningsOf = (table: Partial<Record<Meaning, string>>): ReadonlyMap<string, Meaning> =>
  new Map(
    Object.entries(table).flatMap(([meaning, names]) =>
      names.split(" ").map((name): [string, Meaning] => [name, meaning as Meaning]),
    ),
  );

const BY_LANGUAGE: Readonly<Record<string, ReadonlyMap<string, Meaning>>> = {
  ruby: meaningsOf(RUBY),
  perl: meaningsOf(PERL),
  php: meaningsOf(PHP),
  go: meaningsOf(GO),
};

/** By its whole name, or by that of a method of whatever it is called on. */
export function whatItDoes(language: string, symbol: string, name: string): Meaning | undefined {
  const meanings = BY_LANGUAGE[language];
  return meanings?.get(symbol) ?? (symbol.includes(".") ? meanings?.get(`.${name}`) : undefined);
}
