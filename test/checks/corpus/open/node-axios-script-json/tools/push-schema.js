const fs = require("fs");

async function token() {
  const response = await fetch("https://identity.orchardware.example/oauth2/token", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      grant_type: "client_credentials",
      client_id: process.env.WIZ_CLIENT_ID,
      client_secret: process.env.WIZ_CLIENT_SECRET,
    }),
  });
  if (!response.ok) throw new Error(`login: ${response.status}`);
  return (await response.json()).access_token;
}

async function main() {
  const bearer = await token();
  const schema = fs.readFileSync("schema.json", "utf8");
  const response = await fetch("https://api.orchardware.example/schemas", {
    method: "PUT",
    headers: { Authorization: `Bearer ${bearer}`, "Content-Type": "application/json" },
    body: schema,
  });
  if (!response.ok) throw new Error(`schema: ${response.status}`);
}

main();
