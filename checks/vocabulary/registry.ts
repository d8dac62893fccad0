/** A page of a provider's documentation, such as `resources/instance`; without one, that of the provider itself. */
export const registry = (provider: string, page = ""): string =>
  `https://registry.terraform.io/providers/${provider}/latest/docs${page && `/${page}`}`;
