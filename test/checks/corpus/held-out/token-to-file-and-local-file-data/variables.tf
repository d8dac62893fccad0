variable "gitlab_host" {
  type    = string
  default = "gitlab.rampart.example"
}

variable "bot_user" {
  type    = string
  default = "tf-bot"
}

variable "bot_password" {
  type = string
}
