/** A function of Terraform, of which it is enough to know what it leaves of what it is given. */
export interface TerraformFunction {
  readonly name: string;
  /** Nothing that tells anything of it, or all of it, or near enough. */
  readonly leaves: "nothing" | "all";
  readonly source: string;
}

const FUNCTIONS = "https://developer.hashicorp.com/terraform/language/functions";

const leaving = (leaves: TerraformFunction["leaves"], names: string): TerraformFunction[] =>
  names.split(" ").map((name) => ({ name, leaves, source: `${FUNCTIONS}/${name}` }));

export const TERRAFORM_FUNCTIONS: readonly TerraformFunction[] = [
  ...leaving("nothing", "md5 sha1 sha256 sha512 base64sha256 base64sha512 bcrypt"),
  ...leaving("nothing", "filemd5 filesha1 filesha256 filesha512 filebase64sha256 filebase64sha512 fileexists"),
  ...leaving("nothing", "uuid uuidv5 timestamp plantimestamp formatdate timeadd"),
  ...leaving(
    "nothing",
    "length keys can contains regexall issensitive alltrue anytrue strcontains startswith endswith",
  ),
  ...leaving("all", "sensitive nonsensitive ephemeralasnull"),
  ...leaving("all", "tostring tonumber tobool tolist toset tomap"),
  ...leaving("all", "trimspace chomp lower upper title trim trimprefix trimsuffix substr"),
  ...leaving("all", "abspath pathexpand basename dirname sort distinct reverse slice"),
  {
    name: "provider::terraform::decode_tfvars",
    leaves: "all",
    source: "https://developer.hashicorp.com/terraform/language/functions/terraform-decode_tfvars",
  },
];

const LEAVES = new Map(TERRAFORM_FUNCTIONS.map(({ name, leaves }) => [name, leaves]));

export const functionLeaves = (name: string): TerraformFunction["leaves"] | undefined => LEAVES.get(name);
