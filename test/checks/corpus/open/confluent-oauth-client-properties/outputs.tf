output "client_properties" {
  description = "Fill in the client's id and secret"
  value       = <<-EOT
    bootstrap.servers=${confluent_kafka_cluster.events.bootstrap_endpoint}
    security.protocol=SASL_SSL
    sasl.mechanism=OAUTHBEARER
    sasl.oauthbearer.method=OIDC
    sasl.oauthbearer.token.endpoint.url=${var.issuer}/v1/token
    sasl.oauthbearer.client.id=<client-id>
    sasl.oauthbearer.client.secret=<client-secret>
    sasl.oauthbearer.scope=kafka
    sasl.oauthbearer.extensions=logicalCluster=${confluent_kafka_cluster.events.id},identityPoolId=${confluent_identity_pool.apps.id}
  EOT
}
