terraform {
  required_version = ">= 1.6"
  backend "s3" {
    bucket = "saltmarsh-tfstate"
    key    = "core/terraform.tfstate"
    region = "eu-west-1"
  }
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.60"
    }
    external = {
      source  = "hashicorp/external"
      version = "~> 2.3"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { Stack = "core", ManagedBy = "terraform" }
  }
}

module "vpc" {
  source = "./modules/vpc"
  cidr   = "10.12.0.0/16"
}

module "database" {
  source     = "./modules/database"
  subnet_ids = module.vpc.private_subnets
  password   = var.db_password
}

module "queue" {
  source = "./modules/queue"
  names  = ["orders", "refunds", "audit"]
}

module "crm" {
  source        = "./modules/crm"
  instance      = "saltmarsh"
  client_id     = var.crm_client_id
  client_secret = var.crm_client_secret
  queue_url     = module.queue.urls["orders"]
}
