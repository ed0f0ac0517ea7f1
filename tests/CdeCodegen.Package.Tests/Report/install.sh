#!/bin/sh
# Installs Chromium with the package manager of Debian or Ubuntu. The build does not run this script. Without a browser, the tests that open the page of a
# report are skipped.
set -eu

if command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null; then
  exit 0
fi

if ! command -v apt-get > /dev/null || [ "$(id -u)" -ne 0 ]; then
  echo "Installing Chromium needs apt-get and root." >&2
  exit 1
fi

export DEBIAN_FRONTEND=noninteractive
timeout 120 apt-get update -qq
timeout 300 apt-get install -qq -y --no-install-recommends chromium fonts-dejavu-core
