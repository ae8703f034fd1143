#!/bin/sh
# Makes an installable program of what ./ecc has built: the folder target/package/ecc-explorer, which runs where no Java
# is, and of it the packages that this system can make, with their SHA-256 sums and the list of what is inside (SBOM).
# Called by ./ecc package as: package.sh JDK HOME [JVM OPTION ...], the options being what this JDK needs to be safe.
set -eu

jdk=$1
home=$2
shift 2
# The programs of Java know no paths of the shell of Windows.
! command -v cygpath >/dev/null 2>&1 || home=$(cygpath -m "$home")
safe=$*
here=$home/src/package
icons=$home/src/main/resources/org/eccexplorer/ui/window/icons
work=$home/target/package
name=ecc-explorer
version=$(sed -n 's/^version=//p' "$home/target/classes/version.properties")
# The date of every file: two builds of one commit are to be equal.
date=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</project.build.outputTimestamp>.*:\1:p' "$home/pom.xml")
most_download=120000000
most_installed=300000000

say() { printf '%s\n' "$*" >&2; }

# Where the program and its Java lie inside its folder. What jpackage is told as version: for macOS it refuses one that
# begins with 0, which macOS itself does not.
image=$work/$name
accepted=$version
case $(uname -s) in
    Darwin)
        system=mac
        image=$work/$name.app
        accepted=1.0
        app=$image/Contents/app
        runtime=$image/Contents/runtime/Contents/Home
        ;;
    MINGW* | MSYS* | CYGWIN*)
        system=windows
        app=$image/app
        runtime=$image/runtime
        ;;
    *)
        system=linux
        app=$image/lib/app
        runtime=$image/lib/runtime
        ;;
esac

# JavaFX's own libraries go beside those of Java; out of its archives each start would have to unpack them.
link_runtime() {
    say "Linking the runtime …"
    mkdir -p "$work/javafx"
    for jar in "$home"/target/javafx/*.jar; do
        case $jar in
            *-linux*.jar | *-mac*.jar | *-win.jar) ;;
            *) continue ;;
        esac
        rm -rf "$work/module"
        mkdir "$work/module"
        (cd "$work/module" && "$jdk/bin/jar" --extract --file "$jar")
        find "$work/module" \( -name '*.so' -o -name '*.dylib' -o -name '*.dll' \) >"$work/natives"
        while read -r native; do
            mkdir -p "$work/native"
            mv "$native" "$work/native/"
        done <"$work/natives"
        "$jdk/bin/jar" --create --file "$work/javafx/$(basename "$jar")" -C "$work/module" .
    done
    # shellcheck disable=SC2046
    "$jdk/bin/jlink" $(grep -v '^#' "$home/jlink.conf") --compress=zip-0 --module-path "$work/javafx" --output "$work/runtime"
    if [ $system = windows ]; then cp "$work"/native/* "$work/runtime/bin/"; else cp "$work"/native/* "$work/runtime/lib/"; fi
}

# What each library says of its licence, in a folder of its own; those of Java and JavaFX lie in the runtime's "legal".
collect_licences() {
    to=$work/app/licences
    mkdir -p "$to"
    cp "$home/LICENSE" "$to/ecc-explorer"
    for jar in "$work"/app/*.jar; do
        library=$(basename "$jar" .jar)
        [ "$library" != $name ] || continue
        rm -rf "$work/licence"
        mkdir "$work/licence"
        (cd "$work/licence" && "$jdk/bin/jar" --extract --file "$jar" META-INF LICENSE LICENSE.txt NOTICE NOTICE.txt 2>/dev/null) || true
        find "$work/licence" -type f \( -iname '*licen[cs]e*' -o -iname '*notice*' -o -iname '*copying*' \) ! -name '*.class' >"$work/found"
        while read -r file; do
            mkdir -p "$to/$library"
            cp "$file" "$to/$library/"
        done <"$work/found"
    done
    # Some archives hold no text of their licence: these lists name it for each.
    cp "$home/target/classes/org/eccexplorer/ui/help/about.txt" "$to/list.txt"
    cp "$home/target/sbom.cdx.json" "$work/app/"
}

# The program with its libraries, the bundled models and what a shell and a desktop are to know.
assemble() {
    say "Assembling the program …"
    mkdir -p "$work/app"
    cp "$home/target/$name.jar" "$home"/target/lib/*.jar "$work/app/"
    if [ ! -e "$home/target/ecc.nd4j" ]; then
        rm -f "$work"/app/nd4j-* "$work"/app/openblas-* "$work"/app/javacpp-*
    fi
    cp -r "$home/sample-models" "$home/LICENSE" "$home/CHANGELOG.md" "$work/app/"
    cp "$icons/$name-512.png" "$work/app/$name.png"
    collect_licences
    # shellcheck disable=SC2086
    set -- $safe
    for option in "$@"; do
        shift
        set -- "$@" --java-options "$option"
    done
    while read -r option; do
        case $option in
            '' | '#'*) ;;
            *) set -- "$@" --java-options "$option" ;;
        esac
    done <"$home/src/main/launcher/jvm.options"
    case $system in
        linux) set -- "$@" --icon "$icons/$name-512.png" ;;
        mac) set -- "$@" --icon "$here/mac/$name.icns" ;;
        windows) set -- "$@" --icon "$here/windows/$name.ico" --win-console ;;
    esac
    "$jdk/bin/jpackage" --type app-image --name ecc --app-version "$accepted" --dest "$work/image" \
        --runtime-image "$work/runtime" --input "$work/app" --main-jar "$name.jar" --main-class org.eccexplorer.Main "$@" \
        --java-options "-Decc.home=\$APPDIR" --java-options "-XX:AOTCache=\$APPDIR/ecc.aot" --java-options -Xlog:aot=off
    mv "$work"/image/ecc* "$image"
    if [ $system = mac ]; then
        for key in CFBundleShortVersionString CFBundleVersion; do
            plutil -replace $key -string "$version" "$image/Contents/Info.plist"
        done
    fi
}

# Classes of a short run, kept ready for later starts (JEP 483): trained on the runtime that they are for.
warm() {
    say "Preparing quick starts …"
    # The JVM takes no classes of archives with another date, and the packages keep this one.
    find "$image" -exec touch -h -d "$date" {} +
    separator=:
    [ $system != windows ] || separator=';'
    classpath=$(sed -n "s|^app.classpath=\$APPDIR|$app|p" "$app/ecc.cfg" | tr -d '\r' | tr '\\' / | paste -s -d "$separator" -)
    sed -n 's/^java-options=//p' "$app/ecc.cfg" | tr -d '\r' | grep -v AOTCache | sed "s|\$APPDIR|$app|; s/.*/\"&\"/" >"$work/options"
    "$runtime/bin/java" "@$work/options" -XX:AOTCacheOutput="$app/ecc.aot" -cp "$classpath" \
        org.eccexplorer.cli.Rehearsal "$work/warm.png" >"$work/warm.log" 2>&1 || true
    if [ ! -s "$work/warm.png" ] || [ ! -s "$app/ecc.aot" ]; then
        cat "$work/warm.log" >&2
        say "The program does not draw its window."
        exit 1
    fi
}

# Bytes of all files of a folder.
bytes_of() { find "$1" -type f -exec cat {} + | wc -c | tr -d ' '; }

# Fails a package that is larger than what README.md promises.
within() {
    say "$1: $(($2 / 1000000)) MB (at most $(($3 / 1000000)) MB)"
    if [ "$2" -gt "$3" ]; then
        say "That is too much."
        exit 1
    fi
}

rm -rf "$work"
mkdir -p "$work/out"
link_runtime
assemble
warm
mkdir -p "$work/shell"
"$jdk/bin/java" --add-modules=jdk.incubator.vector -cp "$home/target/$name.jar:$home/target/lib/*" \
    org.eccexplorer.cli.ShellFiles "$work/shell" "${date%%T*}" 2>/dev/null
within Installed "$(bytes_of "$image")" $most_installed
# shellcheck disable=SC1090
. "$here/$system/installer.sh"
cp "$home/target/sbom.cdx.json" "$work/out/$name-$version.cdx.json"
for file in "$work"/out/*; do
    case $file in
        *.json) ;;
        *) within "$(basename "$file")" "$(wc -c <"$file" | tr -d ' ')" $most_download ;;
    esac
done
(cd "$work/out" && if command -v sha256sum >/dev/null; then sha256sum -- *; else shasum -a 256 -- *; fi >"$work/SHA256SUMS")
mv "$work/SHA256SUMS" "$work/out/"
say "Made, in $work/out:"
ls "$work/out" >&2
