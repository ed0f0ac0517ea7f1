#!/bin/sh
# Installs the conformance test server of Azure's generators where ConformanceTests look for it. Without it those tests are skipped.
set -eu

if ! command -v npm > /dev/null; then
  echo "The conformance server needs Node and npm. This script installs neither." >&2
  exit 1
fi

folder="${TMPDIR:-/tmp}/cdecodegen-conformance"
mkdir -p "$folder"
timeout 300 npm install --prefix "$folder" --no-audit --no-fund --silent @microsoft.azure/autorest.testserver@3.3.51
ls "$folder/node_modules/@microsoft.azure/autorest.testserver/swagger" | wc -l
