# What curl is told of TLS and of the way to the server: tls.certificate, tls.key (a path) or the slot tls_key with
# tls_key_passphrase, tls.ca, tls.least_version, proxy.

function tls_options(   passphrase, fault, version) {
  version = argument["tls.least_version"]
  if (version == "") version = "1.2"
  if (version !~ /^1\.[23]$/) refuse(10, "The access token request was not made: the least version of TLS is " shown(version) ". Allowed: 1.2 and 1.3.")
  option("tlsv" version, "")
  if (argument["tls.ca"] != "") option("cacert", argument["tls.ca"])
  if (argument["proxy"] ~ /@/) refuse(10, "The access token request was not made: the proxy has credentials, which the process list would show.\n  Set https_proxy in the environment where Terraform runs.")
  else if (argument["proxy"] != "") option("proxy", argument["proxy"])
  if (argument["tls.certificate"] == "") return
  option("cert", argument["tls.certificate"])
  # Without a passphrase curl would ask a terminal for it.
  passphrase = ("tls_key_passphrase" in is_slot) ? secret_value["tls_key_passphrase"] : ""
  option("pass", passphrase)
  if (argument["tls.key"] != "") {
    option("key", argument["tls.key"])
    return
  }
  # The shell takes it off, and gives it to curl by another pipe.
  pem = pem_of("tls_key")
  fault = pem_fault("tls_key", pem, passphrase)
  if (fault != "") refuse(15, fault)
  option("key", "/dev/fd/0")
}
