<h1>Tokens</h1>
<pre>curl -v -L https://${host}/oauth2/token -d grant_type=client_credentials -d client_id=me</pre>
