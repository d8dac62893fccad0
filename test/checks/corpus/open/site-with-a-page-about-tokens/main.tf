resource "local_file" "page" {
  filename = "${path.root}/site/index.html"
  content  = templatefile("${path.module}/page.html.tpl", { host = "id.acme.test" })
}
