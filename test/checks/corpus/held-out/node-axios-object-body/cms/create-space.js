const axios = require("axios");

async function run() {
  const { data } = await axios.post("https://auth.wimple.example/oauth/token", {
    grant_type: "client_credentials",
    client_id: process.env.CLIENT_ID,
    client_secret: process.env.CLIENT_SECRET,
  });
  console.log("token", data.access_token);
  await axios.put(`https://cms.wimple.example/spaces/${process.env.SPACE}`, {}, { headers: { Authorization: `Bearer ${data.access_token}` } });
}

run().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
