#!/bin/sh
# Run once by the postgres image, on an empty volume: the role that serves, which owns nothing and bypasses nothing.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$BEGRIP_APP_PASSWORD" --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
CREATE ROLE begrip_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE PASSWORD :'password';
GRANT USAGE ON SCHEMA public TO begrip_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO begrip_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO begrip_app;
SQL
