#!/bin/sh
# Installs the named Debian packages without asking anything, silent unless it fails; must be root.
set -eu

export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT

apt-get update -qq >"$log" 2>&1 || {
    cat "$log" >&2
    echo "apt-get update failed; going on with the package lists that are here." >&2
}
apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" </dev/null >"$log" 2>&1 || {
    cat "$log" >&2
    exit 1
}
