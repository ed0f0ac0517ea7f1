using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Tests.Shared;

/// <summary>References to the assemblies that the test process itself can load: the framework and the project's dependencies.</summary>
internal static class PlatformReferences
{
    /// <summary>The framework assemblies that a console project references.</summary>
    public static bool IsFramework(string fileName) =>
        fileName.StartsWith("System.", StringComparison.Ordinal) || fileName is "netstandard.dll" or "mscorlib.dll";

    /// <summary>What generated code references besides the framework: the runtime library and Kiota.</summary>
    public static bool IsRuntime(string fileName) => fileName.StartsWith("Microsoft.Kiota", StringComparison.Ordinal) || fileName == "CdeCodegen.Runtime.dll";

    /// <summary>References to the assemblies whose file name meets the condition.</summary>
    public static ImmutableArray<MetadataReference> Where(Func<string, bool> condition) =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => condition(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
