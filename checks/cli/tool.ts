import { homepage, name, version } from "../../package.json";

/** What the tool calls itself in reports. */
export const TOOL = { name, version, informationUri: homepage };
