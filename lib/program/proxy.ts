/** @internal */
export const PROXIES_ALLOWED = 'Allowed: the URL of a proxy, such as "http://proxy.example.com:8080".';

/** @internal */
export function isProxy(url: string): boolean {
  return /^(https?|socks[45][ah]?):\/\/[^/?#]+\/?$/.test(url);
}
