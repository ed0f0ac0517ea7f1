using System.Runtime.InteropServices;

namespace CdeCodegen.Tests.Shared;

/// <summary>The command-line compiler of the newest SDK.</summary>
internal static class SdkCompiler
{
    /// <summary>The path of <c>csc.dll</c>, for <c>dotnet exec</c>.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        // The runtime is in dotnet/shared/Microsoft.NETCore.App/x.y.z; the compiler is in dotnet/sdk/x.y.z.
        string root = System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..");
        return Directory.GetDirectories(System.IO.Path.GetFullPath(System.IO.Path.Combine(root, "sdk"))).Order(StringComparer.Ordinal)
            .Select(static sdk => System.IO.Path.Combine(sdk, "Roslyn", "bincore", "csc.dll")).Last(File.Exists);
    }
}
