using System.Runtime.InteropServices;

namespace CdeCodegen.Package.Tests.NativeAot;

/// <summary>A test that publishes a native program. It is skipped where the ahead-of-time compiler or a linker is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeAotFactAttribute : FactAttribute
{
    /// <param name="isLong">Whether the test is one of <see cref="LongTests"/>.</param>
    public NativeAotFactAttribute(bool isLong = false)
    {
        string compiler = $"runtime.{RuntimeInformation.RuntimeIdentifier}.microsoft.dotnet.ilcompiler";
        if (Linker is null || !Directory.Exists(Path.Combine(PackedFeed.UserPackages, compiler)))
        {
            Skip = "Needs clang or gcc, and the ahead-of-time compiler, which tests/CdeCodegen.Package.Tests/NativeAot/install.sh installs.";
        }
        else if (isLong)
        {
            Skip = LongTests.Skip;
        }
    }

    /// <summary>clang, the SDK's default, or else gcc; null if neither is on the path.</summary>
    public static string? Linker { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator) is var folders
        ? new[] { "clang", "gcc" }.FirstOrDefault(name => folders.Any(folder => File.Exists(Path.Combine(folder, name))))
        : null;
}
