#!/bin/sh
# Brings the catalogue of one server to others, while all of them serve:
#   deploy/copy-catalogue.sh /var/lib/trialway server2:/var/lib/trialway server3:/var/lib/trialway
# Run it after each import. It needs rsync 3.2.4 or later here and there, and goes on with the next server where one fails.
set -eu
[ $# -ge 2 ] || { sed -n '2,4s/^# *//p' "$0" >&2; exit 2; }
from=$1/catalogue
shift

# What is newest now. An import that ends meanwhile is for the next copy.
newest=$(mktemp -d)
trap 'rm -rf "$newest"' EXIT
cp -p "$from/current.json" "$newest"
if [ -e "$from/earlier.json" ]; then cp -p "$from/earlier.json" "$newest"; fi

copy_to() {
  # First all files, beside those that are searched there; they have names of their own.
  rsync -rt --fsync --exclude='*.json' --exclude='*.part' "$from/" "$1/" &&
    # Then what names them, each by one rename, also where size and second are the same: from now on the new catalogue is
    # served. The newest is the last.
    if [ -e "$newest/earlier.json" ]; then rsync -It --fsync "$newest/earlier.json" "$1/"; fi &&
    rsync -It --fsync "$newest/current.json" "$1/" &&
    # Then what is needed no more goes.
    rsync -r --delete --existing --ignore-existing --exclude='*.json' "$from/" "$1/"
}

failed=0
for to in "$@"; do
  copy_to "$to/catalogue" || { echo "The catalogue did not reach $to. The old one is served there." >&2; failed=1; }
done
exit "$failed"
