create table if not exists token (id uuid primary key, access_token text, client_secret text);
