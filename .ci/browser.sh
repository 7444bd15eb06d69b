#!/usr/bin/env bash
# What the tests in a browser need: a Chromium on the path, and axe-core in tests/browser. What is there already is left
# alone, so that it can be run again; it prints only what it installs.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo -n)
fi

any_of() {
    local name
    for name in "$@"; do
        command -v "$name" >/dev/null && return
    done
    return 1
}

install() {
    if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
        echo "tests in a browser need $*: install it, then run this again" >&2
        exit 1
    fi
    echo "installing $*"
    "${as_root[@]}" apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

any_of chromium chromium-browser google-chrome || install chromium
any_of npm || install npm

cd tests/browser
if ! cmp -s package-lock.json node_modules/.installed; then
    echo "installing axe-core"
    npm ci --silent --no-audit --no-fund --ignore-scripts
    cp package-lock.json node_modules/.installed
fi
