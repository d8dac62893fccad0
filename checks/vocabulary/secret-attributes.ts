import { registry } from "./registry.js";

/** An attribute of a resource or data source that is a secret, whatever it and its block are called. */
export interface SecretAttribute {
  readonly type: string;
  readonly attributes: readonly string[];
  /** It is the secret of an OAuth client. */
  readonly ofClient?: true;
  readonly source: string;
  /** A reference to one. */
  readonly case: string;
}

export const SECRET_ATTRIBUTES: readonly SecretAttribute[] = [
  {
    type: "random_password",
    attributes: ["result"],
    source: registry("hashicorp/random", "resources/password"),
    case: "random_password.x.result",
  },
  {
    type: "aws_secretsmanager_secret_version",
    attributes: ["secret_binary"],
    source: registry("hashicorp/aws", "data-sources/secretsmanager_secret_version"),
    case: "data.aws_secretsmanager_secret_version.x.secret_binary",
  },
  {
    type: "azurerm_key_vault_secret",
    attributes: ["value"],
    source: registry("hashicorp/azurerm", "data-sources/key_vault_secret"),
    case: "data.azurerm_key_vault_secret.x.value",
  },
  ...["application_password", "service_principal_password"].map((name) => ({
    type: `azuread_${name}`,
    attributes: ["value"],
    ofClient: true as const,
    source: registry("hashicorp/azuread", `resources/${name}`),
    case: `azuread_${name}.x.value`,
  })),
];

const rowOf = (type: string): SecretAttribute | undefined => SECRET_ATTRIBUTES.find((row) => row.type === type);

export const isSecretAttribute = (type: string, attribute: string): boolean =>
  rowOf(type)?.attributes.includes(attribute) === true;
export const holdsClientSecret = (type: string): boolean => rowOf(type)?.ofClient === true;
