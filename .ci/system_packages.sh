#!/bin/sh
# Sees to what the program, and the tests, need from the system: system_packages.sh run|test PYTHON
#
# To run: what Qt is linked against, and a font. For the tests: an X server and fingers for it, and what
# PyInstaller needs.
#
# Only what is missing is installed, with apt-get, by root. Anybody else, and any other system, is told
# what is missing; the program then goes on, since much of it works without.
set -eu

purpose=$1
python=$2
[ "$(uname)" = Linux ] || exit 0
PATH=$PATH:/usr/sbin:/sbin
missing=

# What the Qt libraries and the plugins "xcb" and "offscreen" are linked against, and who provides it.
needed_libraries='
libEGL.so.1              libegl1
libGL.so.1               libgl1
libX11-xcb.so.1          libx11-xcb1
libX11.so.6              libx11-6
libdbus-1.so.3           libdbus-1-3
libfontconfig.so.1       libfontconfig1
libfreetype.so.6         libfreetype6
libglib-2.0.so.0         libglib2.0-0
libgthread-2.0.so.0      libglib2.0-0
libxcb-cursor.so.0       libxcb-cursor0
libxcb-glx.so.0          libxcb-glx0
libxcb-icccm.so.4        libxcb-icccm4
libxcb-image.so.0        libxcb-image0
libxcb-keysyms.so.1      libxcb-keysyms1
libxcb-randr.so.0        libxcb-randr0
libxcb-render-util.so.0  libxcb-render-util0
libxcb-render.so.0       libxcb-render0
libxcb-shape.so.0        libxcb-shape0
libxcb-shm.so.0          libxcb-shm0
libxcb-sync.so.1         libxcb-sync1
libxcb-util.so.1         libxcb-util1
libxcb-xfixes.so.0       libxcb-xfixes0
libxcb-xkb.so.1          libxcb-xkb1
libxcb.so.1              libxcb1
libxkbcommon-x11.so.0    libxkbcommon-x11-0
libxkbcommon.so.0        libxkbcommon0
libbrotlidec.so.1        libbrotli1
libzstd.so.1             libzstd1
'

need() {
    case " $missing " in
        *" $1 "*) ;;
        *) missing="${missing:+$missing }$1" ;;
    esac
}

need_libraries() {
    known=$(ldconfig -p 2>/dev/null) || return 0
    while read -r library package; do
        [ -n "$library" ] || continue
        case "$known" in
            *"	$library "*) ;;
            *) need "$package" ;;
        esac
    done <<END
$needed_libraries
END
}

# Debian's Python is linked statically; PyInstaller wants the library, which is a package of its own.
need_python_library() {
    package=$("$python" - <<'END'
import ctypes, pathlib, sys, sysconfig

library = sysconfig.get_config_var("INSTSONAME") or ""
try:
    if ".so" in library and not pathlib.Path(sysconfig.get_config_var("LIBDIR"), library).exists():
        ctypes.CDLL(library)
except OSError:
    print("libpython%d.%d" % sys.version_info[:2])
END
    )
    [ -z "$package" ] || need "$package"
}

has_font() {
    for folder in /usr/share/fonts /usr/local/share/fonts "${HOME:-/}/.local/share/fonts" "${HOME:-/}/.fonts"; do
        for pattern in "$@"; do
            [ -z "$(find "$folder" -iname "$pattern" -print -quit 2>/dev/null)" ] || return 0
        done
    done
    return 1
}

need_libraries
has_font 'NotoSans-Regular*' 'DejaVuSans.ttf' 'Cantarell*' 'Ubuntu*' 'LiberationSans-Regular*' || need fonts-dejavu-core
has_font '*CJK*' '*wqy*' 'DroidSansFallback*' 'SourceHan*' || need fonts-noto-cjk
has_font '*Telugu*' 'Pothana*' || need fonts-noto-core
if [ "$purpose" = test ]; then
    command -v Xvfb >/dev/null || need xvfb
    command -v xdotool >/dev/null || need xdotool
    command -v objdump >/dev/null || need binutils
    need_python_library
fi

[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
    echo "These Debian packages, or what your system calls them, are missing: $missing" >&2
elif [ "$(id -u)" = 0 ]; then
    echo "Installing from the system's packages: $missing" >&2
    # shellcheck disable=SC2086 # a list of words
    "$(dirname "$0")/apt_install.sh" $missing >&2 || echo "That did not work; going on without." >&2
else
    echo "Packages of the system are missing. Install them with:" >&2
    echo "    sudo apt-get update && sudo apt-get install --no-install-recommends $missing" >&2
fi
