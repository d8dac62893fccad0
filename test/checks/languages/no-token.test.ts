import { expect, it } from "vitest";
import { follow, run } from "./follow";

const HOOK = "https://hooks.chat.example/services/T0/B0/x";
const API = "https://api.acme.example/v1/items";

/** What teams do besides: calls of an API with a token that they have, webhooks, checks of health, downloads. */
it.each([
  [
    "ruby",
    `uri = URI("${HOOK}")\nNet::HTTP.post(uri, { text: "deployed" }.to_json, "Content-Type" => "application/json").value`,
  ],
  ["ruby", `exit 1 unless Net::HTTP.get_response(URI("https://login.acme.example/health")).code == "200"`],
  [
    "ruby",
    `uri = URI("${API}")
req = Net::HTTP::Post.new(uri)
req["Authorization"] = "Bearer #{ENV.fetch("API_TOKEN")}"
req["Content-Type"] = "application/json"
req.body = JSON.generate({ name: ARGV[0] })
Net::HTTP.start(uri.hostname, uri.port, use_ssl: true) { |http| http.request(req) }.value`,
  ],
  [
    "ruby",
    `HTTParty.get("${API}", headers: { "X-Api-Key" => ENV["API_KEY"] }).parsed_response.each { |item| puts item["name"] }`,
  ],
  [
    "ruby",
    `conn = Faraday.new("https://api.acme.example") { |f| f.request :json }\nconn.post("/v1/items", { name: "a" })`,
  ],
  [
    "ruby",
    `RestClient.put "${API}/1", { enabled: true }.to_json, content_type: :json, Authorization: "Bearer #{ENV["TOKEN"]}"`,
  ],
  ["ruby", `File.write("config.json", JSON.pretty_generate(name: "a", token_file: "/run/token"))`],
  [
    "perl",
    `use HTTP::Tiny; my $r = HTTP::Tiny->new->get("https://sso.acme.example/.well-known/openid-configuration"); die unless $r->{success}; print $r->{content};`,
  ],
  [
    "perl",
    `my $ua = LWP::UserAgent->new; my $r = $ua->post("${HOOK}", Content => encode_json({ text => "done" }), 'Content-Type' => 'application/json'); die unless $r->is_success;`,
  ],
  [
    "perl",
    `my $req = HTTP::Request->new(GET => "${API}"); $req->header(Authorization => "Bearer $ENV{TOKEN}"); print LWP::UserAgent->new->request($req)->decoded_content;`,
  ],
  ["perl", `while (<STDIN>) { s/token=\\w+/token=xxx/g; print; }`],
  ["perl", `my %h = map { $_ => 1 } @ARGV; print join(",", sort keys %h), "\\n";`],
  [
    "php",
    `<?php $ch = curl_init("${HOOK}"); curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode(['text' => 'done'])); curl_exec($ch);`,
  ],
  ["php", `<?php echo file_get_contents(__DIR__ . '/token.txt');`],
  [
    "php",
    `<?php $c = new GuzzleHttp\\Client(); $r = $c->get("${API}", ['headers' => ['Authorization' => 'Bearer ' . getenv('TOKEN')]]); echo $r->getBody();`,
  ],
  ["php", `<?php Http::withHeaders(['Authorization' => 'Bearer ' . env('TOKEN')])->post("${API}", ['name' => 'a']);`],
  ["php", `<html><?php foreach (['a', 'b'] as $name): ?><li><?= $name ?></li><?php endforeach; ?></html>`],
  [
    "go",
    `func main() {
	req, err := http.NewRequest("POST", "${API}", strings.NewReader(\`{"name": "a"}\`))
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("TOKEN"))
	resp, err := http.DefaultClient.Do(req)
	if err != nil || resp.StatusCode >= 300 {
		log.Fatal("no")
	}
}`,
  ],
  [
    "go",
    `func main() { resp, err := http.Get("https://login.acme.example/healthz"); if err != nil || resp.StatusCode != 200 { os.Exit(1) } }`,
  ],
  [
    "go",
    `func main() { body, _ := json.Marshal(map[string]string{"text": "done"}); http.Post("${HOOK}", "application/json", bytes.NewReader(body)) }`,
  ],
  ["go", `type token struct { Kind string }\nfunc main() { t := token{Kind: "a"}; fmt.Println(t.Kind) }`],
  ["python", `import requests\nrequests.post("${HOOK}", json={"text": "done"}).raise_for_status()`],
  [
    "python",
    `import requests, os\nrequests.get("${API}", headers={"Authorization": "Bearer " + os.environ["TOKEN"]}).raise_for_status()`,
  ],
  [
    "javascript",
    `const r = await fetch("${API}", { method: "POST", headers: { authorization: "Bearer " + process.env.TOKEN }, body: JSON.stringify({ name: "a" }) });\nif (!r.ok) process.exit(1);`,
  ],
  [
    "powershell",
    `Invoke-RestMethod -Uri "${HOOK}" -Method Post -ContentType application/json -Body (@{ text = "done" } | ConvertTo-Json)`,
  ],
  [
    "powershell",
    `$r = Invoke-WebRequest "https://login.acme.example/health"\nif ($r.StatusCode -ne 200) { throw "no" }`,
  ],
] as const)("%s: %s", (language, text) => {
  const { tokenRequests, notRead } = follow(language, text);
  expect([tokenRequests, notRead]).toEqual([0, []]);
});

it.each([
  `curl -fsS -X POST -H 'Content-Type: application/json' -d '{"text":"token rotated"}' ${HOOK}`,
  `for i in 1 2 3; do curl -fsS https://login.acme.example/health && exit 0; sleep 5; done; exit 1`,
  `TOKEN=$(cat /run/token); curl -fsS -H "Authorization: Bearer $TOKEN" ${API}`,
  `perl -pe 's/__TOKEN__/x/' template.yaml > out.yaml`,
  `ruby -ryaml -e 'puts YAML.load(STDIN.read)["token_url"]' < config.yaml`,
])("shell: %s", (command) => {
  const { tokenRequests, notRead } = run(command, { files: { "template.yaml": "a", "config.yaml": "token_url: b" } });
  expect([tokenRequests, notRead]).toEqual([0, []]);
});
