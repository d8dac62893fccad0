const http = require("http");

async function token() {
  const response = await fetch(process.env.OAUTH_TOKEN_URL, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "client_credentials",
      client_id: process.env.CLIENT_ID,
      client_secret: process.env.CLIENT_SECRET,
    }),
  });
  if (!response.ok) throw new Error(`token endpoint: ${response.status}`);
  return (await response.json()).access_token;
}

http.createServer(async (request, response) => response.end(await token() ? "ok" : "")).listen(8080);
