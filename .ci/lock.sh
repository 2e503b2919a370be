#!/bin/sh
# Pins every dependency, with hashes, for every system and Python we support: lock.sh [--upgrade]
set -eu

cd "$(dirname "$0")/.."
environment=build/lock-environment
[ -x "$environment/bin/uv" ] || {
    .ci/make_venv.sh "$environment"
    "$environment/bin/python" -m pip --quiet install uv
}

pin() {
    "$environment/bin/uv" --quiet --no-config pip compile --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" "$@" pyproject.toml
}

mkdir -p .ci/lock
pin --group dev --output-file .ci/lock/test.txt "$@"
pin --group build --constraints .ci/lock/test.txt --output-file .ci/lock/run.txt "$@"
