#!/bin/sh
# Starts Temporal's server with the password of its database, which it takes from the environment alone. Expects
# POSTGRES_SEEDS, DB_PORT, POSTGRES_USER, and the file with the password in POSTGRES_PWD_FILE.
set -eu

POSTGRES_PWD=$(cat "$POSTGRES_PWD_FILE")
export POSTGRES_PWD DB=postgres12_pgx

# In the image, its own entry point, which finds the address to listen on. Whoever started this ends it by its process id.
exec ${TEMPORAL_SERVER_START:-/etc/temporal/entrypoint.sh}
