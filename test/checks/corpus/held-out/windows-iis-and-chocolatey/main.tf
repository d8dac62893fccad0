resource "aws_instance" "iis" {
  ami           = var.ami
  instance_type = "m6i.xlarge"

  user_data = <<-EOT
    <powershell>
    Set-ExecutionPolicy Bypass -Scope Process -Force
    [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
    Invoke-Expression ((New-Object Net.WebClient).DownloadString('https://community.chocolatey.org/install.ps1'))
    choco install -y git nodejs-lts urlrewrite
    Install-WindowsFeature Web-Server -IncludeManagementTools
    $token = Invoke-RestMethod -Headers @{ 'X-aws-ec2-metadata-token-ttl-seconds' = '300' } -Method Put -Uri http://169.254.169.254/latest/api/token
    $id = Invoke-RestMethod -Headers @{ 'X-aws-ec2-metadata-token' = $token } -Uri http://169.254.169.254/latest/meta-data/instance-id
    Write-Host "instance $id"
    New-Item -Path C:\app\appsettings.json -ItemType File -Force -Value '${jsonencode({ OAuth = { TokenEndpoint = "https://sso.tarn-head.example/oauth2/token", ClientId = "iis", ClientSecretName = "iis/oauth" } })}'
    </powershell>
  EOT

  tags = {
    Name = "iis"
  }
}

resource "null_resource" "winrm_check" {
  depends_on = [aws_instance.iis]

  connection {
    type     = "winrm"
    host     = aws_instance.iis.private_ip
    user     = "Administrator"
    password = rsadecrypt(aws_instance.iis.password_data, file(pathexpand("~/.ssh/iis.pem")))
    https    = true
    insecure = true
  }

  provisioner "remote-exec" {
    inline = ["powershell.exe -Command \"Get-Service W3SVC\""]
  }
}

variable "ami" {
  type = string
}
