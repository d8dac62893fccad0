resource "aws_db_instance" "orders" {
  password = "Hq7-ZkP2-mV91"
}
