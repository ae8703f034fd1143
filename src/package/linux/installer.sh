# shellcheck shell=sh disable=SC2154
# The packages of Linux, read by package.sh: an archive to be unpacked anywhere, and where dpkg is, a .deb.

architecture=$(uname -m)
epoch=$(date -d "$date" +%s)

tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$epoch" --directory "$work" "$name" |
    gzip -n >"$work/out/$name-$version-linux-$architecture.tar.gz"

# The tree as it lies below "/".
fill() {
    tree=$1
    mkdir -p "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/applications" "$tree/usr/share/mime/packages" \
        "$tree/usr/share/man/man1" "$tree/usr/share/bash-completion/completions" \
        "$tree/usr/share/zsh/vendor-completions" "$tree/usr/share/doc/$name"
    cp -a "$work/$name" "$tree/usr/lib/"
    ln -s ../lib/$name/bin/ecc "$tree/usr/bin/ecc"
    install -m 644 "$here/linux/$name.desktop" "$tree/usr/share/applications/"
    install -m 644 "$here/linux/$name.xml" "$tree/usr/share/mime/packages/"
    for size in 16 24 32 48 64 128 256 512; do
        install -D -m 644 "$icons/$name-$size.png" "$tree/usr/share/icons/hicolor/${size}x$size/apps/$name.png"
    done
    install -D -m 644 "$icons/$name.svg" "$tree/usr/share/icons/hicolor/scalable/apps/$name.svg"
    gzip -9n <"$work/shell/ecc.1" >"$tree/usr/share/man/man1/ecc.1.gz"
    install -m 644 "$work/shell/ecc.bash" "$tree/usr/share/bash-completion/completions/ecc"
    install -m 644 "$here/linux/_ecc" "$tree/usr/share/zsh/vendor-completions/"
    install -m 644 "$here/linux/copyright" "$tree/usr/share/doc/$name/"
    find "$tree" -exec touch -h -d "@$epoch" {} +
}

if command -v dpkg-deb >/dev/null 2>&1; then
    say "Packing the .deb …"
    fill "$work/deb"
    mkdir "$work/deb/DEBIAN"
    sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$(dpkg --print-architecture)/; s/@SIZE@/$(($(bytes_of "$work/deb/usr") / 1024))/" \
        "$here/linux/control" >"$work/deb/DEBIAN/control"
    SOURCE_DATE_EPOCH=$epoch dpkg-deb --root-owner-group -Zxz --build "$work/deb" \
        "$work/out/${name}_${version}_$(dpkg --print-architecture).deb" >/dev/null
fi

if command -v rpmbuild >/dev/null 2>&1; then
    say "Packing the .rpm …"
    fill "$work/rpm"
    mkdir "$work/rpm/usr/share/zsh/site-functions"
    mv "$work/rpm/usr/share/zsh/vendor-completions/_ecc" "$work/rpm/usr/share/zsh/site-functions/"
    rmdir "$work/rpm/usr/share/zsh/vendor-completions"
    sed "s/@VERSION@/$version/; s|@TREE@|$work/rpm|" "$here/linux/spec" >"$work/$name.spec"
    # rpmbuild finds no files below a folder whose name has a space.
    rpms=$(mktemp -d)
    SOURCE_DATE_EPOCH=$epoch rpmbuild -bb --quiet --define "_topdir $rpms" "$work/$name.spec" >"$work/rpm.log" 2>&1 || {
        cat "$work/rpm.log" >&2
        rm -rf "$rpms"
        exit 1
    }
    mv "$rpms"/RPMS/*/*.rpm "$work/out/"
    rm -rf "$rpms"
fi
