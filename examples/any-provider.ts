import { TerraformProvider, TerraformResource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";

/** A provider for which there are no prebuilt classes; `cdktf get` generates ones that know its attributes. */
export interface AnyProviderConfig {
  readonly name: string;
  readonly source: string;
  readonly version: string;
  readonly attributes: Record<string, string>;
}

export class AnyProvider extends TerraformProvider {
  constructor(
    scope: Construct,
    id: string,
    private readonly config: AnyProviderConfig,
  ) {
    super(scope, id, {
      terraformResourceType: config.name,
      terraformProviderSource: config.source,
      terraformGeneratorMetadata: { providerName: config.name, providerVersion: config.version },
    });
  }

  protected override synthesizeAttributes(): Record<string, string> {
    return this.config.attributes;
  }
}

export class AnyResource extends TerraformResource {
  constructor(
    scope: Construct,
    id: string,
    type: string,
    private readonly attributes: Record<string, string>,
    metaArguments: TerraformMetaArguments = {},
  ) {
    super(scope, id, { terraformResourceType: type, ...metaArguments });
  }

  protected override synthesizeAttributes(): Record<string, string> {
    return this.attributes;
  }
}
