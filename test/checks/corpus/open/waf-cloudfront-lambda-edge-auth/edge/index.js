const { SSMClient, GetParameterCommand } = require("@aws-sdk/client-ssm");
const config = require("./config.json");

let secret;

async function exchange(code, redirectUri) {
  secret ??= (await new SSMClient({ region: "us-east-1" }).send(new GetParameterCommand({ Name: config.secretParameter, WithDecryption: true }))).Parameter.Value;
  const response = await fetch(config.tokenEndpoint, {
    method: "POST",
    headers: { Authorization: "Basic " + Buffer.from(`${config.clientId}:${secret}`).toString("base64") },
    body: new URLSearchParams({ grant_type: "authorization_code", code, redirect_uri: redirectUri }),
  });
  if (!response.ok) throw new Error(`exchange: ${response.status}`);
  return response.json();
}

exports.handler = async (event) => {
  const { request } = event.Records[0].cf;
  const code = new URLSearchParams(request.querystring).get("code");
  if (code) await exchange(code, "https://www.skerry.example/callback");
  return request;
};
