control "sso-1" do
  describe http("https://sso.quartz.example/oauth2/token", method: "POST", data: "grant_type=client_credentials") do
    its("status") { should cmp 401 }
  end
end
