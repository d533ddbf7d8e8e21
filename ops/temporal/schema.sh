#!/bin/sh
# Makes Temporal's two databases and brings their tables to what this version of its server needs. Running it again changes
# nothing. Expects SQL_HOST, SQL_PORT, SQL_USER, and the file with the password in SQL_PASSWORD_FILE.
set -eu

SQL_PASSWORD=$(cat "$SQL_PASSWORD_FILE")
export SQL_PASSWORD SQL_PLUGIN=postgres12_pgx
tool=${TEMPORAL_SQL_TOOL:-temporal-sql-tool}

for schema in temporal visibility; do
  case $schema in
    temporal) SQL_DATABASE=temporal ;;
    visibility) SQL_DATABASE=temporal_visibility ;;
  esac
  export SQL_DATABASE
  "$tool" create-database --defaultdb postgres
  "$tool" setup-schema -v 0.0
  "$tool" update-schema --schema-name "postgresql/v12/$schema"
done
