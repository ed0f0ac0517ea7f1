#!/bin/sh
# Installs the conformance test server of Azure's generators where ConformanceTests look for it. Without it those tests are skipped.
set -eu

if ! command -v npm > /dev/null; then
  echo "The conformance server needs Node and npm. This script installs neither." >&2
  exit 1
fi

folder="${TMPDIR:-/tmp}/cdecodegen-conformance"
package="$folder/node_modules/@microsoft.azure/autorest.testserver"
version=3.3.51

# Tests of another clone may be running on an installation that is there.
if ! grep -qs "\"version\": \"$version\"" "$package/package.json"; then
  mkdir -p "$folder"
  timeout 300 npm install --prefix "$folder" --no-audit --no-fund --silent "@microsoft.azure/autorest.testserver@$version"
fi

ls "$package/swagger" | wc -l
