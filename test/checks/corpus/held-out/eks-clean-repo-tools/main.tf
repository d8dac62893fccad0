module "eks" {
  source          = "terraform-aws-modules/eks/aws"
  version         = "20.24.0"
  cluster_name    = "bittern"
  cluster_version = "1.30"
  vpc_id          = module.vpc.vpc_id
  subnet_ids      = module.vpc.private_subnets

  eks_managed_node_groups = {
    default = {
      min_size       = 2
      max_size       = 6
      desired_size   = 3
      instance_types = ["m6i.large"]
    }
  }
}

module "vpc" {
  source             = "terraform-aws-modules/vpc/aws"
  version            = "5.13.0"
  name               = "bittern"
  cidr               = "10.30.0.0/16"
  azs                = ["eu-west-1a", "eu-west-1b", "eu-west-1c"]
  private_subnets    = ["10.30.0.0/19", "10.30.32.0/19", "10.30.64.0/19"]
  public_subnets     = ["10.30.96.0/22", "10.30.100.0/22", "10.30.104.0/22"]
  enable_nat_gateway = true
  single_nat_gateway = true
}

data "aws_eks_cluster_auth" "this" {
  name = module.eks.cluster_name
}

provider "kubernetes" {
  host                   = module.eks.cluster_endpoint
  cluster_ca_certificate = base64decode(module.eks.cluster_certificate_authority_data)
  token                  = data.aws_eks_cluster_auth.this.token
}

resource "kubernetes_config_map_v1" "app" {
  metadata {
    name = "app"
  }
  data = {
    OAUTH_TOKEN_URL = "https://sso.bittern.example/oauth2/token"
    OAUTH_SCOPES    = "orders:read orders:write"
  }
}

resource "null_resource" "gp3_default" {
  depends_on = [module.eks]
  provisioner "local-exec" {
    command = <<-EOT
      aws eks update-kubeconfig --name ${module.eks.cluster_name}
      kubectl annotate storageclass gp2 storageclass.kubernetes.io/is-default-class- || true
      kubectl apply -f ${path.module}/gp3.yaml
    EOT
  }
}
