#!/bin/sh
# Installs the mock server Prism where PrismTests look for it. The build does not run this script. Without Prism those tests are skipped.
set -eu

if ! command -v npm > /dev/null; then
  echo "Prism needs Node and npm. This script installs neither." >&2
  exit 1
fi

folder="${TMPDIR:-/tmp}/cdecodegen-prism"
prism="$folder/node_modules/.bin/prism"
version=5.14.2

# Tests of another clone may be running on an installation that is there.
if [ "$("$prism" --version 2> /dev/null)" != "$version" ]; then
  mkdir -p "$folder"
  timeout 300 npm install --prefix "$folder" --no-audit --no-fund --silent "@stoplight/prism-cli@$version"
fi

"$prism" --version
