#!/bin/sh
# Installs a .deb of ./ecc package in a fresh minimal Debian without any Java, starts it there without and with a display,
# compares a run of it with a run of this build, asks what opens its files, and removes it again.
# Called as root, with debootstrap here: try-deb.sh FILE.deb [SUITE]. It needs the network. ECC names another program than
# ./ecc to compare with, DEBIAN_MIRROR another mirror.
set -eu
home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd)
deb=$1
suite=${2:-bookworm}
root=$(mktemp -d)
chmod 755 "$root"

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

leave() {
    for place in proc dev/shm; do
        ! mountpoint -q "$root/$place" || umount "$root/$place"
    done
    rm -rf "$root"
}
trap leave EXIT

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }

files() { (cd "$root" && find . -xdev -path ./proc -prune -o -path ./var -prune -o -path ./tmp -prune -o -print | sort); }

echo "A fresh $suite …"
debootstrap --variant=minbase "$suite" "$root" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >"$root.log" 2>&1 || fail "$(tail -n 5 "$root.log")"
rm -f "$root.log"
cp /etc/resolv.conf "$root/etc/"
mount -t proc proc "$root/proc"
mkdir -p "$root/dev/shm"
mount -t tmpfs tmpfs "$root/dev/shm"
inside apt-get update -qq
# What a desktop has and the package only recommends.
inside apt-get install -y -qq --no-install-recommends xvfb xauth xdg-utils shared-mime-info desktop-file-utils >/dev/null
cp "$deb" "$root/tmp/ecc-explorer.deb"
# Its dependencies first, so that what is left in the end is the package's own.
inside sh -c "apt-get install -y -qq --no-install-recommends \
    \$(dpkg-deb -f /tmp/ecc-explorer.deb Depends | tr ',' '\n' | sed 's/|.*//; s/libgtk-3-0t64/libgtk-3-0/; s/(.*//') >/dev/null"
files >"$root/tmp/before"

echo "Installing …"
inside apt-get install -y -qq --no-install-recommends /tmp/ecc-explorer.deb >/dev/null
! inside sh -c 'command -v java' || fail "there is a Java"
inside ecc --version || fail "ecc --version"
# The launcher prints these, and where colours are spoken of the program.
for command in "" run find open; do
    # shellcheck disable=SC2086
    inside ecc $command --help >"$root/tmp/kept"
    # shellcheck disable=SC2086
    inside env NO_COLOR=1 ecc $command --help >"$root/tmp/said"
    cmp "$root/tmp/kept" "$root/tmp/said" || fail "the help of $command"
done
inside ecc inspect /usr/lib/ecc-explorer/lib/app/sample-models/digits/digits.keras >/dev/null 2>"$root/tmp/messages" || fail "inspect"
[ ! -s "$root/tmp/messages" ] || fail "it said: $(cat "$root/tmp/messages")"

echo "Without a display …"
inside ecc run --sample digits --limit 200 --timesteps 32 --json >"$root/tmp/installed.json" 2>"$root/tmp/messages" || fail "$(cat "$root/tmp/messages")"
[ ! -s "$root/tmp/messages" ] || fail "it said: $(cat "$root/tmp/messages")"
"${ECC:-$home/ecc}" run --sample digits --limit 200 --timesteps 32 --json >"$root/tmp/built.json"
# Times are the computer's own, and each has its models somewhere else.
for side in installed built; do
    sed -E '/"(calibration|closedForm|simulation)" : [0-9.E-]+,?$/d; s|"/.*/sample-models/|"|' "$root/tmp/$side.json" >"$root/tmp/$side.compared"
done
diff "$root/tmp/built.compared" "$root/tmp/installed.compared" >&2 || fail "the runs differ"
inside sh -c 'cd /tmp && ecc screenshot --sample digits --images 20 --out /tmp/off-screen.png' || fail "screenshot without a display"
[ "$(head -c 4 "$root/tmp/off-screen.png" | tail -c 3)" = PNG ] || fail "no picture"

echo "On a display …"
# shellcheck disable=SC2016
inside sh -c 'Xvfb :7 -screen 0 1440x900x24 >/dev/null 2>&1 & x=$!; sleep 3
    DISPLAY=:7 timeout 60 ecc --sample digits >/tmp/window.log 2>&1; code=$?; kill $x; [ $code = 124 ]' ||
    fail "the window did not stay open: $(cat "$root/tmp/window.log")"
[ ! -s "$root/tmp/window.log" ] || fail "it said: $(cat "$root/tmp/window.log")"
for pair in eccx:application/x-ecc-explorer-session keras:application/x-keras-model h5:application/x-hdf5 \
    onnx:application/x-onnx-model pt2:application/x-pytorch-program nir:application/x-nir; do
    opens=$(inside xdg-mime query default "${pair#*:}")
    grep -q "glob pattern=\"\*.${pair%%:*}\"" "$root/usr/share/mime/packages/ecc-explorer.xml" || fail ".${pair%%:*} has no type"
    [ "$opens" = ecc-explorer.desktop ] || fail "${pair#*:} is not opened by it"
done

echo "Removing …"
inside apt-get remove -y -qq ecc-explorer >/dev/null
files >"$root/tmp/after"
left=$(comm -13 "$root/tmp/before" "$root/tmp/after" | grep -Ev '^\./(root/\.(config|cache|local|java|fontconfig)|usr/share/(mime|applications/mimeinfo.cache))' || true)
[ -z "$left" ] || fail "left behind: $left"
echo "Passed"
