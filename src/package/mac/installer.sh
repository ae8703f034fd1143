# shellcheck shell=sh disable=SC2154
# The disk image of macOS, read by package.sh.
"$jdk/bin/jpackage" --type dmg --app-image "$image" --name "ECC Explorer" --app-version "1$version" --dest "$work/dmg"
mv "$work"/dmg/*.dmg "$work/out/$name-$version-macos-$(uname -m).dmg"
