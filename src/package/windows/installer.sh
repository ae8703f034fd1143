# shellcheck shell=sh disable=SC2154
# The installer of Windows, read by package.sh; it needs WiX. "ecc" is put on nobody's PATH.
set --
while read -r extension description; do
    printf 'extension=%s\nmime-type=application/x-%s\ndescription=%s\n' "$extension" "$extension" "$description" >"$work/$extension.properties"
    set -- "$@" --file-associations "$work/$extension.properties"
done <<'END'
eccx ECC Explorer session
keras Keras model
h5 HDF5 data
onnx ONNX model
pt2 PyTorch exported program
nir NIR graph
END
"$jdk/bin/jpackage" --type msi --app-image "$image" --name "ECC Explorer" --app-version "$version" --dest "$work/msi" \
    --win-per-user-install --win-menu --win-shortcut-prompt --win-upgrade-uuid 5b0c9a3e-7a43-4d53-9d8e-6f3d1a6b6c11 "$@"
mv "$work"/msi/*.msi "$work/out/$name-$version-windows-x64.msi"
