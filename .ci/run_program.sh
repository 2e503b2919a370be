#!/bin/sh
# Opens the window: run_program.sh PYTHON. Where there is no display, shows in files that the program works.
set -eu

python=$1
if [ "$(uname)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$python" -P -m directory_app
fi

folder=build/first-look
rm -rf "$folder"
mkdir -p "$folder"
echo "This machine has no display, so no window opens; here is how it would look, and its offices as vCards:"
"$python" -P -m directory_app --data-dir "$folder/data" --screenshot "$folder/window.png"
"$python" -P -m directory_app --data-dir "$folder/data" export --format vcard3 -o "$folder/offices.vcf"
echo "    $PWD/$folder/window.png"
echo "    $PWD/$folder/offices.vcf"
