# shellcheck shell=sh disable=SC2154
# The disk image of macOS, read by package.sh.

# jpackage has signed the program, by nobody, before its version and the classes kept ready were put in.
codesign --force --sign - "$image"
"$jdk/bin/jpackage" --type dmg --app-image "$image" --name "ECC Explorer" --app-version "$accepted" --dest "$work/dmg"
mv "$work"/dmg/*.dmg "$work/out/$name-$version-macos-$(uname -m).dmg"
