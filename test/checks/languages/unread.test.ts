import { expect, it } from "vitest";
import { run } from "./follow";

it.each([
  ["a script of Ruby", "ruby get.rb", { "get.rb": "Net::HTTP.post_form(uri, grant_type: 'x')" }, "Ruby"],
  ["a script that says what it is", "./get", { get: "#!/usr/bin/env perl\nuse LWP::UserAgent;" }, "Perl"],
  ["a script by its name", "./get.php", { "get.php": "<?php $c = curl_init();" }, "PHP"],
  [
    "text on the command line",
    `ruby -rnet/http -e 'Net::HTTP.post(URI("https://a.example/token"), "a=b")'`,
    {},
    "Ruby",
  ],
  ["a program of Go", "go run ./main.go", { "main.go": 'http.PostForm("https://a.example/token", form)' }, "Go"],
  ["a program that starts curl", "perl get.pl", { "get.pl": "my $token = `curl https://a.example/token`;" }, "Perl"],
])("cannot be told, and is said so: %s", (_, command, files, language) => {
  expect(run(command, { files }).notRead).toEqual([`a program in ${language} that makes requests`]);
});

it.each([
  [
    "a filter",
    `curl -sf -d grant_type=x https://a.example/oauth2/token | ruby -rjson -e 'puts JSON.parse(STDIN.read)["access_token"]'`,
    {},
  ],
  ["a script without requests", "ruby render.rb token", { "render.rb": "puts ERB.new(File.read('token.erb')).result" }],
])("is nothing to tell of: %s", (_, command, files) => {
  expect(run(command, { files }).notRead).toEqual([]);
});
