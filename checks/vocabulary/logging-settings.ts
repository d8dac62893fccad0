/** A setting that makes a provider write its requests, with their header fields, and the answers into Terraform's log. */
export interface LoggingSetting {
  readonly provider: string;
  readonly setting: string;
  readonly source: string;
}

export const LOGGING_SETTINGS: readonly LoggingSetting[] = [
  {
    provider: "restapi",
    setting: "debug",
    source: "https://registry.terraform.io/providers/Mastercard/restapi/latest/docs",
  },
];

export const logsRequests = (provider: string, setting: string): boolean =>
  LOGGING_SETTINGS.some((row) => row.provider === provider && row.setting === setting);
