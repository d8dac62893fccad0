import { describe } from "vitest";
import { authlib } from "./authlib";
import { oidcProvider } from "./oidc-provider";
import { proveMake } from "./prove-make";

for (const make of [oidcProvider, authlib])
  describe(make.name, () => {
    proveMake(make);
  });
