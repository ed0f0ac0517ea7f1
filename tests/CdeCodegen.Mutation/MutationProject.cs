namespace CdeCodegen.Mutation;

/// <summary>A project whose code is mutated, and the project with its tests.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Assembly">The name of the project and of its assembly.</param>
/// <param name="Tests">The name of the test project and of its assembly.</param>
/// <param name="FastTest">A part of the name of one fast test. Stryker wants to run a test.</param>
internal sealed record MutationProject(string Name, string Assembly, string Tests, string FastTest)
{
    public static readonly MutationProject[] All =
    [
        new("runtime", "CdeCodegen.Runtime", "CdeCodegen.Runtime.Tests", "NamespaceTests"),
        new("oauth", "CdeCodegen.Runtime.OAuth", "CdeCodegen.Runtime.OAuth.Tests", "No_type_prints_its_members"),
        new("generator", "CdeCodegen.Generator", "CdeCodegen.Generator.Tests", "SpecPointerTests"),
        new("analyzers", "CdeCodegen.Analyzers", "CdeCodegen.Analyzers.Tests", "HelperTests"),
    ];

    public string TestFolder => Repository.PathOf("tests", Tests);

    public string OutputFolder => Path.Combine(TestFolder, "bin", "Debug", "net10.0");

    public static MutationProject? Find(string name) => Array.Find(All, project => project.Name == name);
}
