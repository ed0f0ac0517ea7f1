#!/bin/sh
# Gets the ahead-of-time compiler for this machine, by the name and version that the SDK wants. It is not part of the build: without it, or without a
# linker, the test that publishes a native program is skipped, and says so.
set -eu

if ! command -v clang > /dev/null && ! command -v gcc > /dev/null; then
  echo "A native program needs clang or gcc to link it; neither is installed by this script." >&2
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
