import { App } from "cdktf";
import { EXAMPLES } from ".";

const app = new App();
for (const { name, Stack } of EXAMPLES) new Stack(app, name);
app.synth();
