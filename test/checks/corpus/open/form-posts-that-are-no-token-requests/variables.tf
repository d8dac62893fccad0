variable "twilio_sid" {
  type = string
}

variable "twilio_auth_token" {
  type = string
}

variable "recaptcha_secret" {
  type = string
}

variable "jenkins_token" {
  type = string
}
