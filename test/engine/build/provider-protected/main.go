// A provider for an API that answers to an access token only.
package main

import (
	"context"
	"log"

	"github.com/hashicorp/terraform-plugin-framework/datasource"
	"github.com/hashicorp/terraform-plugin-framework/provider"
	"github.com/hashicorp/terraform-plugin-framework/provider/schema"
	"github.com/hashicorp/terraform-plugin-framework/providerserver"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

func main() {
	options := providerserver.ServeOpts{Address: "example.test/cdktf-oauth2-token/protected"}
	if err := providerserver.Serve(context.Background(), func() provider.Provider { return &protected{} }, options); err != nil {
		log.Fatal(err)
	}
}

type protected struct{}

type configuration struct {
	URL   types.String `tfsdk:"url"`
	Token types.String `tfsdk:"token"`
}

func (p *protected) Metadata(_ context.Context, _ provider.MetadataRequest, response *provider.MetadataResponse) {
	response.TypeName = "protected"
	response.Version = "1.0.0"
}

func (p *protected) Schema(_ context.Context, _ provider.SchemaRequest, response *provider.SchemaResponse) {
	response.Schema = schema.Schema{Attributes: map[string]schema.Attribute{
		"url":   schema.StringAttribute{Required: true, Description: "Where the API is."},
		"token": schema.StringAttribute{Required: true, Sensitive: true, Description: "The access token."},
	}}
}

func (p *protected) Configure(ctx context.Context, request provider.ConfigureRequest, response *provider.ConfigureResponse) {
	var config configuration
	response.Diagnostics.Append(request.Config.Get(ctx, &config)...)
	if response.Diagnostics.HasError() {
		return
	}
	response.ResourceData = &client{url: config.URL.ValueString(), token: config.Token.ValueString()}
}

func (p *protected) Resources(context.Context) []func() resource.Resource {
	return []func() resource.Resource{func() resource.Resource { return &note{} }}
}

func (p *protected) DataSources(context.Context) []func() datasource.DataSource { return nil }
