#!/bin/sh
# Prints the newest Python that fits (3.11 or later, able to make a virtual environment), or the one given.
# As root on Debian and Ubuntu a missing venv module is installed; otherwise one line says what is missing.
set -eu

fits='import sys; sys.exit(sys.version_info < (3, 11))'
can_make_venv='import ensurepip, venv'
without_venv=

for python in ${1:-python3.13 python3.12 python3.11 python3}; do
    "$python" -c "$fits" 2>/dev/null || continue
    if "$python" -c "$can_make_venv" 2>/dev/null; then
        command -v "$python"
        exit 0
    fi
    without_venv=${without_venv:-$python}
done

if [ -z "$without_venv" ]; then
    echo "Python 3.11 or later is needed, and ${1:-any of python3.13, python3.12, python3.11, python3} is not here." >&2
    exit 1
fi

package=$("$without_venv" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    "$(dirname "$0")/apt_install.sh" "$package" >&2
    if "$without_venv" -c "$can_make_venv" 2>/dev/null; then
        command -v "$without_venv"
        exit 0
    fi
fi
echo "$without_venv cannot make virtual environments; install its venv module: sudo apt-get install $package" >&2
exit 1
