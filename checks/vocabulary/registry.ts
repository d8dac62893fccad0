/** A page of a provider's documentation: `resources/instance`. */
export const registry = (provider: string, page: string): string =>
  `https://registry.terraform.io/providers/${provider}/latest/docs/${page}`;
