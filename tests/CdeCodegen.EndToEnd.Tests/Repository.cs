using System.Reflection;

namespace CdeCodegen.EndToEnd;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The path of a file below <see cref="Root"/>.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A body of <c>spec/examples</c>.</summary>
    public static string Example(string name) => File.ReadAllText(PathOf("spec", "examples", name + ".json"));
}
