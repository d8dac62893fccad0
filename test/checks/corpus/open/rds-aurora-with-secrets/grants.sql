grant select on all tables in schema public to reader;
create table oauth_tokens (client_id text primary key, client_secret text, access_token text, refresh_token text);
