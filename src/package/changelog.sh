#!/bin/sh
# Prints the changelog's section on a version: changelog.sh 0.1.0
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
notes=$(awk -v version="$1" '/^## / { on = $2 == version || $2 == "[" version "]"; next } on' "$home/CHANGELOG.md")
if [ -z "$notes" ]; then
    echo "CHANGELOG.md has no section on $1." >&2
    exit 1
fi
printf '%s\n' "$notes"
