// Serves the null provider to an engine; its module has no main package of its own that builds with current Go.
package main

import (
	"github.com/hashicorp/terraform/plugin"
	"github.com/terraform-providers/terraform-provider-null/null"
)

func main() {
	plugin.Serve(&plugin.ServeOpts{ProviderFunc: null.Provider})
}
