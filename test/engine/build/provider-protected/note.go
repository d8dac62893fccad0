package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-framework/path"
	"github.com/hashicorp/terraform-plugin-framework/resource"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/planmodifier"
	"github.com/hashicorp/terraform-plugin-framework/resource/schema/stringplanmodifier"
	"github.com/hashicorp/terraform-plugin-framework/types"
)

// note is kept by the API.
type note struct{ client *client }

type noteModel struct {
	ID              types.String `tfsdk:"id"`
	Text            types.String `tfsdk:"text"`
	CallbackTokenWO types.String `tfsdk:"callback_token_wo"`
}

func (n *note) Metadata(_ context.Context, _ resource.MetadataRequest, response *resource.MetadataResponse) {
	response.TypeName = "protected_note"
}

func (n *note) Schema(_ context.Context, _ resource.SchemaRequest, response *resource.SchemaResponse) {
	response.Schema = schema.Schema{Attributes: map[string]schema.Attribute{
		"id": schema.StringAttribute{
			Computed:      true,
			PlanModifiers: []planmodifier.String{stringplanmodifier.UseStateForUnknown()},
		},
		"text": schema.StringAttribute{Required: true},
		"callback_token_wo": schema.StringAttribute{
			Optional:  true,
			Sensitive: true,
			WriteOnly: true,
		},
	}}
}

func (n *note) Configure(_ context.Context, request resource.ConfigureRequest, _ *resource.ConfigureResponse) {
	if configured, ok := request.ProviderData.(*client); ok {
		n.client = configured
	}
}

func (n *note) Create(ctx context.Context, request resource.CreateRequest, response *resource.CreateResponse) {
	var plan noteModel
	var callback types.String
	response.Diagnostics.Append(request.Plan.Get(ctx, &plan)...)
	// A write-only value is in the configuration alone, never in the plan.
	response.Diagnostics.Append(request.Config.GetAttribute(ctx, path.Root("callback_token_wo"), &callback)...)
	if response.Diagnostics.HasError() {
		return
	}
	var created noteBody
	status, err := n.client.call("POST", "/notes", &noteBody{Text: plan.Text.ValueString(), CallbackToken: callback.ValueString()}, &created)
	if err != nil || status != 200 {
		response.Diagnostics.AddError("The API did not take the note", refused("POST", status, err))
		return
	}
	plan.ID = types.StringValue(created.ID)
	plan.CallbackTokenWO = types.StringNull()
	response.Diagnostics.Append(response.State.Set(ctx, &plan)...)
}

func (n *note) Read(ctx context.Context, request resource.ReadRequest, response *resource.ReadResponse) {
	var state noteModel
	response.Diagnostics.Append(request.State.Get(ctx, &state)...)
	if response.Diagnostics.HasError() {
		return
	}
	var found noteBody
	status, err := n.client.call("GET", "/notes/"+state.ID.ValueString(), nil, &found)
	if err == nil && status == 404 {
		response.State.RemoveResource(ctx)
		return
	}
	if err != nil || status != 200 {
		response.Diagnostics.AddError("The API did not give the note", refused("GET", status, err))
		return
	}
	state.Text = types.StringValue(found.Text)
	response.Diagnostics.Append(response.State.Set(ctx, &state)...)
}

func (n *note) Update(ctx context.Context, request resource.UpdateRequest, response *resource.UpdateResponse) {
	var plan noteModel
	response.Diagnostics.Append(request.Plan.Get(ctx, &plan)...)
	if response.Diagnostics.HasError() {
		return
	}
	status, err := n.client.call("PUT", "/notes/"+plan.ID.ValueString(), &noteBody{Text: plan.Text.ValueString()}, nil)
	if err != nil || status != 200 {
		response.Diagnostics.AddError("The API did not change the note", refused("PUT", status, err))
		return
	}
	response.Diagnostics.Append(response.State.Set(ctx, &plan)...)
}

func (n *note) Delete(ctx context.Context, request resource.DeleteRequest, response *resource.DeleteResponse) {
	var state noteModel
	response.Diagnostics.Append(request.State.Get(ctx, &state)...)
	if response.Diagnostics.HasError() {
		return
	}
	status, err := n.client.call("DELETE", "/notes/"+state.ID.ValueString(), nil, nil)
	if err != nil || (status != 200 && status != 404) {
		response.Diagnostics.AddError("The API did not remove the note", refused("DELETE", status, err))
	}
}
