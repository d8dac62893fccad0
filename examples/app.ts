import { TokenEndpoint } from "cdktf-oauth2-token";
import { App } from "cdktf";
import { EXAMPLES, NOT_APPLIED } from ".";

/** Of another server than the vendor's: TOKEN_ENDPOINT=http://127.0.0.1:8080/token cdktf deploy external-token */
const { TOKEN_ENDPOINT, API } = process.env;
const tokenEndpoint = TOKEN_ENDPOINT === undefined ? undefined : TokenEndpoint.fromUrl(TOKEN_ENDPOINT);

const app = new App();
for (const { name, Stack } of [...EXAMPLES, ...NOT_APPLIED]) new Stack(app, name, tokenEndpoint, API);
app.synth();
