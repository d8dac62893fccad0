const response = await fetch("https://api.twitch.tv/helix/eventsub/subscriptions", {
  method: "POST",
  headers: { Authorization: `Bearer ${process.env.TWITCH_TOKEN}`, "Content-Type": "application/json" },
  body: JSON.stringify({ type: "stream.online", version: "1", transport: { method: "webhook", callback: process.env.CALLBACK } }),
});
if (!response.ok) throw new Error(`subscription failed: ${response.status}`);
