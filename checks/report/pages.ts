import { homepage } from "../../package.json";

/** The page that explains a rule. */
export const pageOf = (rule: string): string => `${homepage}/blob/main/docs/rules/${rule}.md`;
