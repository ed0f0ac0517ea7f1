using System.Reflection;

namespace CdeCodegen.Tests.Shared;

/// <summary>Paths in the repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution file.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The build configuration of the test project: <c>Debug</c> or <c>Release</c>.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The OpenAPI document of the CDE API, in YAML.</summary>
    public static string CdeDocument { get; } = PathOf("spec", "cde.openapi.yaml");

    /// <summary>The absolute path of a file or folder below <see cref="Root"/>.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The text of <c>spec/examples/{name}.json</c>.</summary>
    public static string Example(string name) => File.ReadAllText(PathOf("spec", "examples", name + ".json"));

    /// <summary>Every C# file of the repository, build output excluded.</summary>
    public static IEnumerable<string> CSharpFiles() => Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
        .Where(static path => !IsBelow(path, "obj") && !IsBelow(path, "bin"));

    private static bool IsBelow(string path, string folder) =>
        path.Contains(Path.DirectorySeparatorChar + folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // Directory.Build.props adds both values to every test assembly.
    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
