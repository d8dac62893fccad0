/** Names of functions and programs that form-encode what they are given, character by character, as scripts do it. */
const ENCODES =
  /(?:url|uri|percent|form).?(?:en|quot)|^enc(?:ode)?_?(?:url|uri|form|component)|^(?:quote|urlquote|encode|uricomponent)$/i;

export const isFormEncoder = (name: string): boolean => ENCODES.test(name);
