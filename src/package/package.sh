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
    "$jdk/bin/jlink" $(grep -v '^#' "$home/jlink.conf") --module-path "$work/javafx" --output "$work/runtime"
    if [ $system = windows ]; then cp "$work"/native/* "$work/runtime/bin/"; else cp "$work"/native/* "$work/runtime/lib/"; fi
    if "$jdk/bin/java" "$here/java/Unmark.java" "$work/runtime"; then
        cp "$here/runtime-changes.txt" "$work/runtime/legal/jdk.incubator.vector/CHANGES"
    else
        say "Starts will be slower, and warn of the vector module."
    fi
}

# The JVM sets these when it defines the module of vectors, but not where it takes the module from what is kept ready;
# without them vector loops take ten times as long.
vector_options() {
    echo -XX:+UnlockExperimentalVMOptions
    "$work/runtime/bin/java" -XX:+UnlockExperimentalVMOptions -XX:+PrintFlagsFinal -version 2>/dev/null | tr -d '\r' |
        awk '$2 ~ /^EnableVector(Support|Reboxing|AggressiveReboxing)$/ { print "-XX:+" $2 }'
}

# The options of a file.
options_of() { tr -d '\r' <"$1" | grep -v -e '^#' -e '^$'; }

# Those of the window, and of all that computes.
window_options() {
    # shellcheck disable=SC2086
    [ -z "$safe" ] || printf '%s\n' $safe
    options_of "$here/window.options"
    # The window's rasteriser is compiled early enough by what is kept of training.
    options_of "$home/src/main/launcher/jvm.options" | grep -v -e 'com\.sun\.marlin' -e 'com\.sun\.pisces'
    printf '%s\n' "$vectors"
}

# Those of its training. What is compiled less then stays with C1 in later starts, however often it is called.
training_options() {
    # shellcheck disable=SC2086
    [ -z "$safe" ] || printf '%s\n' $safe
    options_of "$home/src/main/launcher/jvm.options"
    printf '%s\n' "$vectors"
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
        [ -d "$to/$library" ] || name_licence "$library"
    done
    cp "$home/target/classes/org/eccexplorer/ui/help/about.txt" "$to/list.txt"
    cp "$home/target/sbom.cdx.json" "$work/app/"
}

# The licence of a library whose archive holds no text of it.
name_licence() {
    found=
    while IFS='|' read -r start licence holder; do
        case $1 in
            "$start"*) found=$licence && break ;;
        esac
    done <"$here/licences/list"
    if [ -z "$found" ]; then
        say "src/package/licences/list has no licence of $1."
        # With ND4J come libraries of its own.
        if [ -e "$home/target/ecc.nd4j" ]; then return; else exit 1; fi
    fi
    text=$here/licences/$found
    # That of this program too.
    [ "$found" != Apache-2.0 ] || text=$home/LICENSE
    mkdir -p "$to/$1"
    { printf '%s\n\n' "$holder" && cat "$text"; } >"$to/$1/LICENSE"
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
    "$jdk/bin/java" "$here/java/Modernise.java" "$work"/app/*.jar
    # JavaFX warns of the style sheet that is for a browser.
    "$jdk/bin/java" --module-path "$home/target/javafx" --add-modules javafx.graphics "$here/java/StyleSheets.java" \
        "$home/target/classes" "$work/sheets" 2>/dev/null
    (cd "$work/sheets" && find org -type f | sort | xargs "$jdk/bin/jar" --update --date="$date" --file "$work/app/$name.jar")
    collect_licences
    # What a launcher prints of the program's help, and what the packages give to a shell.
    "$jdk/bin/java" --add-modules=jdk.incubator.vector -cp "$home/target/$name.jar:$home/target/lib/*" \
        org.eccexplorer.cli.ShellFiles "$work/shell" "${date%%T*}" 2>/dev/null
    vectors=$(vector_options)
    if [ $system = linux ]; then lay_out; else pack_image; fi
}

# The program as it lies on Linux, with launchers in shell: jpackage's asks the package manager first whose it is, for 0.15 s.
lay_out() {
    cp -r "$work/shell/help" "$home/src/main/launcher/help.sh" "$work/app/"
    mkdir -p "$image/bin" "$image/lib"
    mv "$work/app" "$app"
    mv "$work/runtime" "$runtime"
    window_options >"$app/window.options"
    # Options that stand for another collector are for the usual one.
    # shellcheck disable=SC2086
    {
        for option in $safe; do
            case $option in
                *G1GC | *ParallelGC) ;;
                *) echo "$option" ;;
            esac
        done
        options_of "$here/terminal.options"
        printf '%s\n' "$vectors"
    } >"$app/terminal.options"
    (cd "$app" && printf '%s\n' $name.jar && printf '%s\n' *.jar | grep -v "^$name.jar\$") >"$work/archives"
    # shellcheck disable=SC2016
    sed "s|@CLASSPATH@|$(sed 's|^|$app/|' "$work/archives" | paste -s -d : -)|" "$here/linux/start" >"$image/bin/ecc"
    chmod 755 "$image/bin/ecc"
}

# The program as jpackage lays it out.
pack_image() {
    set --
    window_options >"$work/options"
    while read -r option; do
        set -- "$@" --java-options "$option"
    done <"$work/options"
    case $system in
        mac) set -- "$@" --icon "$here/mac/$name.icns" ;;
        windows) set -- "$@" --icon "$here/windows/$name.ico" --win-console ;;
    esac
    "$jdk/bin/jpackage" --type app-image --name ecc --app-version "$accepted" --dest "$work/image" \
        --runtime-image "$work/runtime" --input "$work/app" --main-jar "$name.jar" --main-class org.eccexplorer.Main "$@" \
        --java-options "-Decc.home=\$APPDIR" --java-options "-XX:AOTCache=\$APPDIR/window.aot" --java-options -Xlog:aot=off
    mv "$work"/image/ecc* "$image"
    if [ $system = mac ]; then
        for key in CFBundleShortVersionString CFBundleVersion; do
            plutil -replace $key -string "$version" "$image/Contents/Info.plist"
        done
    fi
}

# Trains what is kept ready for starts (JEP 483) on the runtime that it is for: of the window, or of the terminal.
warm() {
    separator=:
    if [ $system = linux ]; then
        sed "s|^|$app/|" "$work/archives" >"$work/classpath"
    else
        [ $system != windows ] || separator=';'
        sed -n "s|^app.classpath=\$APPDIR|$app|p" "$app/ecc.cfg" | tr -d '\r' | tr '\\' / >"$work/classpath"
    fi
    {
        if [ "$1" = window ]; then training_options; else cat "$app/$1.options"; fi
        printf '"-Decc.home=%s"\n' "$app"
    } >"$work/options"
    kept=$app/$1.aot
    shift
    "$runtime/bin/java" "@$work/options" -XX:AOTCacheOutput="$kept" -cp "$(paste -s -d "$separator" "$work/classpath")" \
        org.eccexplorer.cli.Rehearsal "$@" >"$work/warm.log" 2>&1 || true
    if [ ! -s "$kept" ]; then
        cat "$work/warm.log" >&2
        say "The program does not do what is to be kept ready."
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
say "Preparing quick starts …"
# The JVM takes no classes of archives with another date, and the packages keep this one.
find "$image" -exec touch -h -d "$date" {} +
[ $system != linux ] || warm terminal
warm window "$work/warm.png"
if [ ! -s "$work/warm.png" ]; then
    cat "$work/warm.log" >&2
    say "The program does not draw its window."
    exit 1
fi
find "$image" -exec touch -h -d "$date" {} +
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
