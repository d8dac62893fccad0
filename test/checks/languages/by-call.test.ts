import { describe, expect, it } from "vitest";
import { follow, run } from "./follow";

const URL = "https://sso.acme.example/oauth2/token";
const request = (more: object): unknown[] => [expect.objectContaining({ method: "POST", url: URL, ...more })];

describe("a program of Ruby", () => {
  it.each([
    [
      "a request that is filled in",
      `uri = URI.parse("${URL}")
http = Net::HTTP.new(uri.host, uri.port)
http.verify_mode = OpenSSL::SSL::VERIFY_NONE
request = Net::HTTP::Post.new(uri.request_uri, { "X-A" => "b" })
request["Content-Type"] = "application/json"
request.basic_auth "a", 'b'
request.body = { grant_type: "x", list: %w[a b] }.to_json # a comment: "
response = http.request(request)
raise "no" unless response.is_a?(Net::HTTPSuccess)`,
      {
        body: ['program {"grant_type":"x","list":["a","b"]}'],
        headers: ["X-A: b", "Content-Type: application/json"],
        user: "a:b",
        insecure: "verify_mode = OpenSSL::SSL::VERIFY_NONE",
        failureChecked: true,
      },
    ],
    [
      "a class with what it keeps",
      `class Login
  attr_reader :id
  def initialize(id, secret:)
    @id = id
    @secret = secret
  end

  def token
    answer = Net::HTTP.post_form(url, "client_id" => @id, "client_secret" => @secret)
    answer.value
    JSON.parse(answer.body).fetch("access_token")
  end

  def url = URI("${URL}")
end
Login.new("a", secret: "b").token`,
      { body: ["program encoded client_id=a&client_secret=b"], failureChecked: true },
    ],
    [
      "a block that fills in a request",
      `conn = Faraday.new(url: "https://sso.acme.example") do |f|
  f.adapter :net_http
end
conn.post("/oauth2/token") do |req|
  req.headers["X-A"] = "b"
  req.body = URI.encode_www_form(grant_type: "x y")
end`,
      { body: ["program grant_type=x%20y"], headers: ["X-A: b"] },
    ],
    [
      "a block that is a session",
      `uri = URI("${URL}")
Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |http| http.post(uri, "a=#{1 + 1}") }`,
      {},
    ],
    [
      "names without braces",
      `RestClient.post "${URL}", grant_type: :x`,
      { body: ["program encoded grant_type=x"], fails: true },
    ],
    [
      "a here-document",
      `HTTP.post("${URL}", body: <<~FORM)
  grant_type=x
FORM`,
      { body: ["program grant_type=x\n"] },
    ],
    [
      "every branch",
      `if ENV["A"]
  puts "a"
elsif false
  x = case y when 1 then 2 else 3 end
else
  [1].each do |i|
    begin
      Excon.post("${URL}", body: "a=b")
    rescue StandardError => e
      warn e.message
    ensure
      puts "done" if i
    end
  end
end`,
      { body: ["program a=b"] },
    ],
  ])("makes a request by %s", (_, text, expected) => {
    expect(follow("ruby", text).requests).toEqual(request(expected));
  });

  it("gives its token, and shows it", () => {
    const text = `def body(url)
  Net::HTTP.post(URI(url), "grant_type=x").body
end
token = JSON.parse(body("${URL}"))["access_token"]
puts({ token: token }.to_json)
$stderr.puts "#{token}!"`;
    expect(follow("ruby", text).shown).toEqual(['{"token":"<token>"}\n'.trim(), "<token>!"]);
  });
});

describe("a program of Perl", () => {
  it.each([
    [
      "a request that is filled in",
      `use constant TOKEN_URL => '${URL}';
my $ua = LWP::UserAgent->new(ssl_opts => { verify_hostname => 0 });
my $req = HTTP::Request->new(POST => TOKEN_URL);
$req->header('Content-Type' => 'application/json', 'X-A' => 'b');
$req->authorization_basic('a', 'b');
$req->content(encode_json({ grant_type => 'x' }));
my $res = $ua->request($req);
die $res->status_line unless $res->is_success;`,
      {
        body: ['program {"grant_type":"x"}'],
        user: "a:b",
        insecure: "verify_hostname => 0",
        failureChecked: true,
        headers: ["Content-Type: application/json", "X-A: b"],
      },
    ],
    [
      "a function with what it is called with",
      `sub login {
  my ($id, $secret) = @_;
  return HTTP::Tiny->new->post_form("${URL}", { client_id => $id, client_secret => $secret });
}
my $answer = login('a', qq{b});
exit 1 if !$answer->{success};`,
      { body: ["program encoded client_id=a&client_secret=b"], failureChecked: true },
    ],
    [
      "a hash, and texts with variables",
      `my %form = (grant_type => "x");
$form{scope} = "$form{grant_type}-\${URL}";
my $text = "it's a regular m/expression/" if "a" =~ /["']/;
LWP::UserAgent->new->post("${URL}", \\%form);`,
      { body: [expect.stringContaining("program encoded grant_type=x&scope=x-")] },
    ],
    [
      "content and headers by their names",
      `LWP::UserAgent->new->post("${URL}", 'X-A' => 'b', Content => "a=$ENV{A}");`,
      { body: ["program a=\u{FFFC}"], headers: ["X-A: b"] },
    ],
  ])("makes a request by %s", (_, text, expected) => {
    expect(follow("perl", text).requests).toEqual(request(expected));
  });

  it("starts others", () => {
    const text = "my $answer = `curl -sf -d grant_type=x " + URL + "`;\nprint decode_json($answer)->{access_token};";
    const { requests, shown, notRead } = follow("perl", text);
    expect([requests, shown, notRead]).toEqual([request({ fails: true }), ["<token>"], []]);
  });
});

describe("a program of PHP", () => {
  it.each([
    [
      "curl",
      `<?php
function login(string $id, ?string $secret = null): array {
  $ch = curl_init();
  curl_setopt_array($ch, [
    CURLOPT_URL => '${URL}',
    CURLOPT_POST => true,
    CURLOPT_POSTFIELDS => json_encode(['client_id' => $id, 'client_secret' => $secret]),
    CURLOPT_HTTPHEADER => ['Content-Type: application/json', "X-A: {$id}"],
  ]);
  curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false);
  curl_setopt($ch, CURLOPT_FOLLOWLOCATION, true);
  $response = curl_exec($ch);
  if (curl_getinfo($ch, CURLINFO_HTTP_CODE) !== 200) {
    exit(1);
  }
  return json_decode($response, true);
}
login('a', "b");`,
      {
        body: ['program {"client_id":"a","client_secret":"b"}'],
        headers: ["Content-Type: application/json", "X-A: a"],
        insecure: "CURLOPT_SSL_VERIFYPEER, false",
        follows: "CURLOPT_FOLLOWLOCATION, true",
        failureChecked: true,
      },
    ],
    [
      "Guzzle",
      `<?php
use GuzzleHttp\\Client;
class Login {
  private Client $client;
  public function __construct(private string $id) { $this->client = new Client(['base_uri' => 'https://sso.acme.example']); }
  public function token(): string {
    $answer = $this->client->post('/oauth2/token', ['form_params' => ['grant_type' => 'x y'], 'auth' => ['a', 'b']]);
    return json_decode((string) $answer->getBody())->access_token;
  }
}
(new Login('a'))->token();`,
      { body: ["program encoded grant_type=x%20y"], user: "a:b", fails: true },
    ],
    [
      "a client of which only the options tell",
      `<?php return $this->http->request('POST', '${URL}', ['json' => ['grant_type' => 'x']]);`,
      { body: ['program encoded json {"grant_type":"x"}'] },
    ],
    [
      "a stream",
      `<?php file_get_contents('${URL}', false, stream_context_create(['http' => ['method' => 'POST', 'header' => "X-A: b\\r\\n", 'content' => http_build_query(['a' => 'b c'])]]));`,
      { body: ["program a=b%20c"], headers: ["X-A: b"] },
    ],
    [
      "a heredoc",
      `<?php Http::asForm()->post('${URL}', ['a' => <<<X\n  b\n  X]);`,
      { body: ["program encoded a=%20%20b%0A"] },
    ],
  ])("makes a request by %s", (_, text, expected) => {
    expect(follow("php", text).requests).toEqual(request(expected));
  });
});

describe("a program of Go", () => {
  it.each([
    [
      "a request that is filled in",
      `package main

import "net/http"

type answer struct {
	Token string \`json:"access_token"\`
}

func (c *client) login(id, secret string) (*answer, error) {
	form := url.Values{"grant_type": {"x"}}
	form.Set("client_id", id)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "${URL}", strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-A", "b")
	req.SetBasicAuth("a", "b")
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", resp.StatusCode)
	}
	var a answer
	return &a, json.NewDecoder(resp.Body).Decode(&a)
}`,
      {
        body: [expect.stringMatching(/^program grant_type=x&client_id=/)],
        headers: ["X-A: b"],
        user: "a:b",
        insecure: "InsecureSkipVerify: true",
        failureChecked: true,
      },
    ],
    [
      "JSON",
      `payload, _ := json.Marshal(map[string]string{"grant_type": "x"})
resp, err := http.Post("${URL}", "application/json", bytes.NewBuffer(payload))
if err != nil {
	log.Fatal(err)
}`,
      { body: ['program {"grant_type":"x"}'], headers: ["Content-Type: application/json"] },
    ],
    [
      "the client credentials of golang.org/x/oauth2",
      `conf := clientcredentials.Config{ClientID: "a", ClientSecret: os.Getenv("SECRET"), TokenURL: "${URL}"}
token, err := conf.Token(context.Background())`,
      { fails: true, body: [expect.stringContaining("grant_type=client_credentials&client_id=a&client_secret=")] },
    ],
  ])("makes a request by %s", (_, text, expected) => {
    expect(follow("go", text).requests).toEqual(request(expected));
  });

  it("gives its token, and shows it", () => {
    const text = `resp, _ := http.PostForm("${URL}", url.Values{"grant_type": {"x"}})
body, _ := io.ReadAll(resp.Body)
var t map[string]string
json.Unmarshal(body, &t)
fmt.Println(t["access_token"])`;
    expect(follow("go", text).shown).toEqual(["<token>"]);
  });
});

it.each([
  ["ruby -rnet/http -e", `ruby -rnet/http -rjson -e 'Net::HTTP.post(URI("${URL}"), "a=b")'`],
  ["perl -M -we", `perl -MHTTP::Tiny -we 'HTTP::Tiny->new->post_form("${URL}", { a => "b" })'`],
  [
    "php -r",
    `php -r 'file_get_contents("${URL}", false, stream_context_create(["http" => ["method" => "POST", "content" => "a=b"]]));'`,
  ],
  ["stdin", `ruby <<'EOF'\nNet::HTTP.post_form(URI("${URL}"), a: "b")\nEOF`],
  ["a file that the script writes", `cat > x.rb <<'EOF'\nNet::HTTP.post_form(URI("${URL}"), a: "b")\nEOF\nruby x.rb`],
])("is found in %s", (_, command) => {
  expect(run(command, {}).requests).toEqual(request({ body: [expect.stringMatching(/a=b$/)] }));
});

it("of Go may be a folder", () => {
  const files = { "cmd/token/main.go": `func main() { http.PostForm("${URL}", url.Values{"a": {"b"}}) }` };
  expect(run("go run ./cmd/token", { files }).requests).toEqual(request({}));
});

const [OPEN, CLOSE] = ["(".repeat(5_000), ")".repeat(5_000)];
it.each([
  ["brackets", `a = ${OPEN}1${CLOSE}`],
  ["blocks", "if a\n".repeat(3_000)],
  ["texts in texts", '"#{'.repeat(2_000)],
  ["no end of patterns", "x = /\\/".repeat(20_000)],
  ["here-documents without an end", "x <<A, <<B\n".repeat(5_000)],
  ["marks", "=> :: -> <<~ &. ** %w ?".repeat(5_000)],
])("is read in time, whatever is in it: %s", (_, text) => {
  const start = performance.now();
  for (const language of ["ruby", "perl", "php", "go"] as const) follow(language, `# token Net::HTTP\n<?php ${text}`);
  expect(performance.now() - start).toBeLessThan(10_000);
});
