# shellcheck shell=sh disable=SC2154
# Prints what --help and --version would print where it lies in the folder $help, and ends; ShellFiles writes it there. Read by
# launchers, with their arguments.
text=
case $#:${1:-} in
    1:-h | 1:--help) text=--help ;;
    1:-V | 1:--version) text=--version ;;
    2:*[!a-z]*) ;;
    2:?*)
        case $2 in
            -h | --help) text=$1 ;;
        esac
        ;;
esac
# Where the environment speaks of colours, the program decides.
if [ -n "$text" ] && [ -z "${NO_COLOR+x}${CLICOLOR+x}${CLICOLOR_FORCE+x}" ] && [ -r "$help/$text" ]; then
    [ ! -t 0 ] || [ ! -t 1 ] || text=$text.ansi
    exec cat "$help/$text"
fi
