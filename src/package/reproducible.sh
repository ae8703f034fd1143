#!/bin/sh
# Builds the program twice from one commit, in two folders of different names, and fails where the archives differ.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
mvn=$(command -v mvn || echo "$home/mvnw")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sum() { if command -v sha256sum >/dev/null 2>&1; then sha256sum; else shasum -a 256; fi; }

for copy in first "second build"; do
    git clone -q "$home" "$work/$copy"
    "$mvn" -B -ntp -q -f "$work/$copy/pom.xml" -Dmaven.test.skip=true package
done
one=$(sum <"$work/first/target/ecc-explorer.jar")
other=$(sum <"$work/second build/target/ecc-explorer.jar")
if [ "$one" != "$other" ]; then
    echo "Two builds of one commit differ: $one $other" >&2
    exit 1
fi
echo "Two builds of one commit are equal: ${one%% *}"
