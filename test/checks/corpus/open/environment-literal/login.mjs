const form = new URLSearchParams({
  grant_type: "client_credentials",
  client_id: process.env.OAUTH_CLIENT_ID,
  client_secret: process.env.OAUTH_CLIENT_SECRET,
});
const answer = await fetch("https://id.acme.example/oauth2/token", { method: "POST", body: form, redirect: "error" });
if (!answer.ok) {
  throw new Error(`token request failed: ${answer.status}`);
}
const { access_token: token } = await answer.json();
await fetch("https://api.acme.example/ping", { headers: { authorization: `Bearer ${token}` } });
