# What it prints is in Terraform's output.
resource "local_file" "login" {
  filename = "login.go"
  content  = <<-EOT
    package main

    func main() {
    	resp, err := http.PostForm("https://login.example.com/oauth/token", url.Values{"grant_type": {"client_credentials"}})
    	if err != nil || resp.StatusCode != http.StatusOK {
    		os.Exit(1)
    	}
    	body, _ := io.ReadAll(resp.Body)
    	fmt.Println(string(body))
    }
  EOT
}

resource "null_resource" "token" {
  provisioner "local-exec" {
    command = "go run login.go"
  }
}
