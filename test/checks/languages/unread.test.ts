import { expect, it } from "vitest";
import { run } from "./follow";

it.each([
  [
    "a library's call that is not known",
    "ruby get.rb",
    { "get.rb": "Net::HTTP.frobnicate(uri, grant_type: 'x')" },
    "Ruby",
  ],
  ["a script that says what it is", "./get", { get: "#!/usr/bin/env perl\nuse LWP::UserAgent; token();" }, "Perl"],
  ["a script by its name", "./get.php", { "get.php": "<?php $c = curl_init(); oauth($c);" }, "PHP"],
  ["a URL of which nothing is known", `ruby -e 'Net::HTTP.post(URI(x.y), "token=b")'`, {}, "Ruby"],
  ["a library besides one that is read", `ruby -e 'Net::HTTP.get(URI("https://a.example")); Excon.login'`, {}, "Ruby"],
  ["a program of Go", "go run ./main.go", { "main.go": "req := http.NewRequestFor(token)" }, "Go"],
  ["a program that may start curl", "perl get.pl", { "get.pl": 'my $token = run("curl", @args);' }, "Perl"],
])("cannot be told, and is said so: %s", (_, command, files, language) => {
  expect(run(command, { files }).notRead).toEqual([`a program in ${language} that makes requests`]);
});

it.each([
  ["ruby get-token.rb", "get-token.rb"],
  ["php get-token.php", "get-token.php"],
  ["perl get-token.pl", "get-token.pl"],
  ["go run ./cmd/token", "./cmd/token"],
])("cannot be told where it is not there: %s", (command, path) => {
  expect(run(command, {}).notRead).toEqual([`${path}which is not there to read`]);
});

it.each([
  [
    "a filter",
    `curl -sf -d grant_type=x https://a.example/oauth2/token | ruby -rjson -e 'puts JSON.parse(STDIN.read)["access_token"]'`,
    {},
  ],
  ["a script without requests", "ruby render.rb token", { "render.rb": "puts ERB.new(File.read('token.erb')).result" }],
  [
    "requests that have nothing to do with a token",
    "perl get.pl",
    { "get.pl": "use LWP::Simple; getprint('weather');" },
  ],
  ["a build", "go build -o token ./cmd/token", {}],
])("is nothing to tell of: %s", (_, command, files) => {
  expect(run(command, { files }).notRead).toEqual([]);
});

it.each([
  ["an empty script", "./get-token.sh", { "get-token.sh": "\n" }, "which is empty"],
  ["an empty script of a shell", "bash token.sh", { "token.sh": "" }, "which is empty"],
  ["an empty program", "python3 token.py", { "token.py": "" }, "which is empty"],
  ["what a machine runs", "./bin/token", { "bin/token": "\u007fELF\u0001token" }, "which is no text"],
  ["bytes", "node token.js", { "token.js": "a\0b" }, "which is no text"],
  ["a helper by its name alone", "TOKEN=$(get-access-token)", {}, "which is not there to read"],
  ["a helper outside of the repository", "/usr/local/bin/login --token", {}, "which is not there to read"],
])("is told of %s", (_, command, files, why) => {
  expect(run(command, { files }).notRead).toEqual([expect.stringContaining(why)]);
});
