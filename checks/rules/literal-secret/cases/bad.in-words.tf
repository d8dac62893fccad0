locals {
  a = { client_secret = "correct horse battery staple" }
  b = { client_secret = "projects-4711-Xk29sLq0" }
  c = { client_secret = "aB3$dE6%gH9&jK2!" }
  d = { client_secret = "HERE-7fQ2mB9x-PLEASED" }
  e = { client_secret = "3f2504e0-4f89-11d3-9a0c-0305e82c3301" }
}
