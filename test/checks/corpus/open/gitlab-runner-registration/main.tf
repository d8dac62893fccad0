resource "gitlab_user_runner" "docker" {
  runner_type = "group_type"
  group_id    = var.group_id
  tag_list    = ["docker", "linux"]
  untagged    = true
}

resource "google_compute_instance_template" "runner" {
  name_prefix  = "gitlab-runner-"
  machine_type = "n2-standard-4"
  region       = "europe-west3"

  disk {
    source_image = "cos-cloud/cos-stable"
    disk_size_gb = 80
    disk_type    = "pd-ssd"
    boot         = true
  }

  network_interface {
    subnetwork = var.subnetwork
  }

  metadata = {
    user-data = templatefile("${path.module}/cloud-init.yaml", {
      runner_token = gitlab_user_runner.docker.token
      gitlab_url   = var.gitlab_url
    })
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "google_compute_region_instance_group_manager" "runner" {
  name               = "gitlab-runner"
  region             = "europe-west3"
  base_instance_name = "runner"
  target_size        = 2

  version {
    instance_template = google_compute_instance_template.runner.self_link_unique
  }
}

variable "group_id" {
  type = number
}

variable "subnetwork" {
  type = string
}

variable "gitlab_url" {
  type    = string
  default = "https://gitlab.com"
}
