using System.Runtime.InteropServices;

namespace CdeCodegen.Package.Tests.NativeAot;

/// <summary>A test that publishes a native program; where the compiler or a linker for it is missing it is skipped, and says how to get the compiler.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute()
    {
        string compiler = $"runtime.{RuntimeInformation.RuntimeIdentifier}.microsoft.dotnet.ilcompiler";
        if (Linker is null || !Directory.Exists(Path.Combine(PackedFeed.UserPackages, compiler)))
        {
            Skip = "Needs clang or gcc, and the ahead-of-time compiler, which tests/CdeCodegen.Package.Tests/NativeAot/install.sh gets.";
        }
    }

    /// <summary>clang is what the SDK asks for, gcc does as well. Null where there is neither.</summary>
    public static string? Linker { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator) is var folders
        ? new[] { "clang", "gcc" }.FirstOrDefault(name => folders.Any(folder => File.Exists(Path.Combine(folder, name))))
        : null;
}
