/** What the constructs are made of. It is optional for npm, as the command line and the checks of plain HCL need none of it. */
const PEERS = ["cdktf", "constructs", "@cdktf/provider-external", "@cdktf/provider-null"];

/** Says what to install, where Node.js would name one missing module after another. */
function requirePeers(): void {
  const missing = PEERS.filter((peer) => !isInstalled(peer));
  if (missing.length > 0)
    throw new Error(
      `The constructs of cdktf-oauth2-token need ${missing.join(", ")}, which ${missing.length === 1 ? "is" : "are"} not installed beside it. Install ${missing.length === 1 ? "it" : "them"}: npm install ${missing.join(" ")}`,
    );
}

function isInstalled(name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch (error) {
    // A package that hides its package.json is there.
    return (error as { readonly code?: string }).code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
  }
}

requirePeers();
