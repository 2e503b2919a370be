#!/bin/sh
# Makes a fresh virtual environment: make_venv.sh FOLDER [PYTHON]
set -eu

folder=$1
python=$("$(dirname "$0")/find_python.sh" ${2:+"$2"})
echo "Making $folder with $("$python" --version) ($python)"
rm -rf "$folder"
"$python" -m venv "$folder"
pwd -P >"$folder/made-for"
