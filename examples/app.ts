import { App } from "cdktf";
import { ExternalTokenStack } from "./external-token-stack";
import { VerifiedCredentialsStack } from "./verified-credentials-stack";

const app = new App();
new VerifiedCredentialsStack(app, "verified-credentials");
new ExternalTokenStack(app, "external-token");
app.synth();
