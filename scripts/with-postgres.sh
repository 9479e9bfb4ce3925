#!/usr/bin/env bash
# Runs a command with TEST_DATABASE_URL naming a PostgreSQL of its own, which is gone afterwards:
#   scripts/with-postgres.sh npm test
# Its data is thrown away, so it does not wait for the disk. As root it runs as the user postgres.
set -euo pipefail

bin=$(dirname "$(readlink -f "$(command -v initdb || ls /usr/lib/postgresql/*/bin/initdb | sort -V | tail -1)")")
folder=$(mktemp -d)
port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')

as_postgres() {
  if [ "$(id -u)" = "0" ]; then (cd "$folder" && setpriv --reuid postgres --regid postgres --init-groups "$@"); else "$@"; fi
}

stop() {
  as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate stop >"$folder/stop.log" 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT

if [ "$(id -u)" = "0" ]; then chown postgres "$folder"; fi
as_postgres "$bin/initdb" -D "$folder/data" -U trialway --auth=trust -E UTF8 --locale=C.UTF-8 >"$folder/initdb.log"
as_postgres "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w start -o \
  "-h 127.0.0.1 -p $port -k $folder -F -c max_connections=200 -c full_page_writes=off" >"$folder/start.log"

TEST_DATABASE_URL="postgres://trialway@127.0.0.1:$port/postgres" "$@"
