export const USAGE = `OAuth 2.0 access token requests: make one, verify those of a stack, check configuration for mistakes.

Usage: cdktf-oauth2-token COMMAND [options]

Commands:
  request  makes one access token request, without Terraform, and says what came back
  verify   makes the access token requests of synthesized stacks, before Terraform does
  check    checks that access token requests in Terraform configuration are made the right way

  -h, --help     this text; after a command, its own
  -v, --version  the version
`;
