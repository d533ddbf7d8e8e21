#!/bin/sh
# Run once by the PostgreSQL image, when its volume is new: a role and database for the engine, and a role for Temporal, which
# makes its own two databases. Neither may read the other's.
set -eu

engine=$(sed -E 's|^[^:]+://[^:]+:([^@]+)@.*$|\1|' /run/secrets/database_url)
temporal=$(cat /run/secrets/temporal_database_password)

psql --username postgres --set ON_ERROR_STOP=1 --set engine="$engine" --set temporal="$temporal" <<'SQL'
CREATE ROLE engine LOGIN PASSWORD :'engine';
CREATE DATABASE rapid_review OWNER engine;
REVOKE CONNECT ON DATABASE rapid_review FROM PUBLIC;
CREATE ROLE temporal LOGIN CREATEDB PASSWORD :'temporal';
SQL
