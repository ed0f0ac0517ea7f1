#!/bin/sh
# Installs the ahead-of-time compiler that this SDK needs for this machine. The build does not run this script. Without the compiler or a linker,
# the test that publishes a native program is skipped.
set -eu

if ! command -v clang > /dev/null && ! command -v gcc > /dev/null; then
  echo "Linking a native program needs clang or gcc. This script installs neither." >&2
  exit 1
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/packs.csproj" << 'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <RuntimeIdentifier>$(NETCoreSdkRuntimeIdentifier)</RuntimeIdentifier>
    <PublishAot>true</PublishAot>
  </PropertyGroup>
</Project>
PROJECT
timeout 300 dotnet restore "$folder/packs.csproj" --nologo
