resource "terraform_data" "make" {
  provisioner "local-exec" { command = "make token" }
}
resource "terraform_data" "task" {
  provisioner "local-exec" { command = "task token" }
}
resource "terraform_data" "just" {
  provisioner "local-exec" { command = "just token" }
}
resource "terraform_data" "npm" {
  provisioner "local-exec" { command = "npm run token" }
}
resource "terraform_data" "install" {
  provisioner "local-exec" { command = "npm ci && npm install token && npm run build" }
}
