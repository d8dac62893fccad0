export const USAGE = `Checks that OAuth 2.0 access token requests in Terraform configuration are made the right way.

Usage: cdktf-oauth2-token check [paths] [options]

Paths are files and folders: *.tf, *.tf.json, *.tfvars, terragrunt.hcl, what CDKTF synthesizes (cdktf.out), and
scripts, which are checked as the configuration in the working directory runs them.
Without any, the working directory is checked. Nothing is written but what --output asks for.

Options:
  -f, --format FORMAT       text, json, sarif (2.1.0) or github                    [text]
  -o, --output FILE         write the report to FILE, and one line to the terminal
  -c, --config FILE         a configuration file            [cdktf-oauth2-token.json, if it is there]
      --rule ID=SEVERITY    error, warning or off; may be repeated
      --exclude GLOB        leave out files or folders; may be repeated
      --token-endpoint URL  a token endpoint that does not look like one; may be repeated
      --secret-name NAME    a name whose values are secrets; may be repeated
      --no-gitignore        also look at what .gitignore leaves out
      --undetermined        also show what could not be told
  -h, --help                this text
  -v, --version             the version

Exit status:
  0  no errors: nothing was found, or only warnings, or all of it is acknowledged
  1  errors were found, or an acknowledgement is invalid
  2  it could not run, or something could not be read and nothing else was found

Acknowledge a finding in HCL, in the block or right above it:
  # access-token-checks: acknowledge json-body until 2027-01-31: Their gateway takes nothing else.
`;
