import { beforeAll, describe, expect, it } from "vitest";
import { wasmOfSources } from "../../checks/configuration/hcl/wasm-files.js";
import { joinFiles, loadHclParser, readHcl } from "../../checks/configuration/read.js";
import { examine } from "../../checks/run/examine.js";

beforeAll(() => loadHclParser(wasmOfSources()));

/** `line rule: message` of each finding of one rule. */
function found(rule: string, text: string): string[] {
  return examine([joinFiles("/place", [readHcl(text, "main.tf")])])
    .findings.filter((finding) => finding.rule === rule)
    .map(({ line, message }) => `${line} ${message}`);
}

const SECRETS = `variable "a_secret" {
  sensitive = true
}
variable "b_secret" {
  sensitive = true
}
`;

describe("every mistake of a block is a finding, at the line that it stands in:", () => {
  it("a secret in a command, in each provisioner", () => {
    const curl = (name: string): string =>
      `curl -sf https://login.example.com/oauth/token -d grant_type=client_credentials -d client_secret=\${urlencode(var.${name})} -o /dev/null`;
    const text = `${SECRETS}resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "${curl("a_secret")}"
  }
  provisioner "local-exec" {
    command = <<-EOT
      set -e
      ${curl("b_secret")}
    EOT
  }
}
`;
    expect(found("secret-in-command", text)).toEqual([
      "9 Terraform writes a secret (var.a_secret) into the command.",
      "14 Terraform writes a secret (var.b_secret) into the command.",
    ]);
  });

  it("secrets that a shell makes arguments of, and what Terraform wrote besides", () => {
    const text = `${SECRETS}resource "null_resource" "token" {
  provisioner "local-exec" {
    environment = { SECRET = var.a_secret }
    command     = <<-EOT
      curl -sf https://login.example.com/oauth/token -o /dev/null \\
        -d grant_type=password -d username=a \\
        --data-urlencode "client_secret=$SECRET" \\
        --data-urlencode "password=\${var.b_secret}"
    EOT
  }
}
`;
    expect(found("secret-in-command", text)).toEqual([
      "14 Terraform writes a secret (var.b_secret) into the command.",
      "13 The client_secret is an argument of curl.",
    ]);
  });

  it("fields without form-encoding, of one line together", () => {
    const text = `${SECRETS}resource "null_resource" "token" {
  provisioner "local-exec" {
    environment = { A = var.a_secret, B = var.b_secret }
    command     = <<-EOT
      curl -sf https://login.example.com/oauth/token -o /dev/null -d @- <<BODY
      grant_type=password
      &client_id=$ID&client_secret=$A
      &password=$B
      BODY
    EOT
  }
}
`;
    expect(found("unencoded-field", text)).toEqual([
      "13 client_id and client_secret go into the form as they are, without form-encoding.",
      "14 password goes into the form as it is, without form-encoding.",
    ]);
  });

  it("secrets in one stored attribute", () => {
    const text = `${SECRETS}data "http" "token" {
  url          = "https://login.example.com/oauth/token"
  method       = "POST"
  request_body = <<-EOT
    grant_type=password&client_secret=\${urlencode(var.a_secret)}
    &password=\${urlencode(var.b_secret)}
  EOT
}
`;
    expect(found("secret-in-state", text)).toEqual([
      "11 A secret (var.a_secret) in request_body is stored in state.",
      "12 A secret (var.b_secret) in request_body is stored in state.",
    ]);
  });

  it("a JSON header on its line, and the JSON body on its own", () => {
    const text = `resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      curl -sf https://login.example.com/oauth/token -o /dev/null \\
        -H 'Content-Type: application/json' \\
        -d '{"grant_type":"client_credentials"}'
    EOT
  }
}
`;
    expect(found("json-content-type", text)).toEqual(["5 curl declares the body as JSON (Content-Type)."]);
    expect(found("json-body", text)).toEqual(["6 curl sends the access token request as JSON."]);
  });

  it("each of two requests that fail unnoticed", () => {
    const curl = "curl -s https://login.example.com/oauth/token -d grant_type=client_credentials -o /dev/null";
    const text = `resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      ${curl}
      ${curl}
    EOT
  }
}
`;
    expect(found("unchecked-status", text)).toEqual([
      "4 Nothing notices when the token request of curl fails.",
      "5 Nothing notices when the token request of curl fails.",
    ]);
  });

  it("tracing where it is turned on, once", () => {
    const text = `resource "null_resource" "token" {
  provisioner "local-exec" {
    command = <<-EOT
      set -eu
      set -x
      curl -sf https://login.example.com/oauth/token -d grant_type=client_credentials -o /tmp/a
      curl -sf https://login.example.com/oauth/token -d grant_type=client_credentials -o /tmp/b
    EOT
  }
}
`;
    expect(found("verbose-logging", text)).toEqual(["5 set -x shows the request, or a secret, in the log."]);
  });
});

it("keeps to the line of a quoted text, however many line breaks are escaped in it", () => {
  const text = `resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "set -e\\n\\ncurl -s https://login.example.com/oauth/token -d grant_type=client_credentials | cat"
  }
}


`;
  expect(found("unchecked-status", text)).toEqual(["3 Nothing notices when the token request of curl fails."]);
});
