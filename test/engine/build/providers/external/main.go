// Serves the external provider to an engine; its module has no main package of its own that builds with current Go.
package main

import (
	"github.com/hashicorp/terraform/plugin"
	"github.com/terraform-providers/terraform-provider-external/external"
)

func main() {
	plugin.Serve(&plugin.ServeOpts{ProviderFunc: external.Provider})
}
