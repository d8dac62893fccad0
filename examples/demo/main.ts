import { check, construct, todaysWay, whereTheyAre, wrongSecret } from "./acts";
import { heading, say } from "./print";
import { CLIENT_ID, withStory, type Story } from "./story";

async function tell(story: Story): Promise<void> {
  const { server, secret, withoutEngine } = story;
  heading("1. Today's way: a curl heredoc with JSON");
  say(
    `An OAuth 2.0 server is at ${server.tokenEndpoint}. It knows the client ${CLIENT_ID}, whose\nsecret is ${secret}`,
  );
  if (withoutEngine !== undefined)
    say(
      `Nothing is applied: ${withoutEngine}.\nLeft out: what an engine prints, state, saved plans, logs, and EphemeralAccessToken.`,
    );
  say("");
  todaysWay(story);

  heading("2. npx cdktf-oauth2-token check finds why");
  await check(story);

  heading("3. The construct that replaces it");
  const verified = await construct(story);

  heading("4. A wrong secret");
  await wrongSecret(story);

  heading("5. Where secret and token are, as found in this run");
  await whereTheyAre(story, verified);

  heading("Which construct is for what: README.md. npm test proves all of it.");
  if (withoutEngine !== undefined)
    say("To see this applied, install Terraform 1.11 or OpenTofu 1.11, or later, and start it again.");
}

withStory(tell).catch((error: unknown) => {
  console.error(`\nFailed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
