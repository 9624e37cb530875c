#!/bin/sh
# Make node_modules: what package-lock.json names.
set -eu
cd "$(dirname "$0")/.."

fail() {
    echo "setup: $1" >&2
    exit 1
}

node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null || fail "Node.js 20 or newer is needed."
command -v npm >/dev/null 2>&1 || fail "npm is needed; it comes with Node.js."

echo "setup: npm ci"
npm ci --no-audit --no-fund --loglevel=error || fail "the npm packages could not be installed; what npm said stands above."
