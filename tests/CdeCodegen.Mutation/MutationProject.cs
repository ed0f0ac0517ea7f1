namespace CdeCodegen.Mutation;

/// <summary>A project whose code is mutated, and the project with its tests.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Assembly">The name of the project and of its assembly.</param>
/// <param name="Tests">The name of the test project and of its assembly.</param>
/// <param name="FastTest">
/// A part of the name of a fast test. Stryker wants to run a test, and that the test executes some mutant; it runs the test again for those of them that are in the
/// globs, so the test is for code that is mutated rarely.
/// </param>
internal sealed record MutationProject(string Name, string Assembly, string Tests, string FastTest)
{
    public static readonly MutationProject[] All =
    [
        new("runtime", "CdeCodegen.Runtime", "CdeCodegen.Runtime.Tests", "ApiDurationTests"),
        new("oauth", "CdeCodegen.Runtime.OAuth", "CdeCodegen.Runtime.OAuth.Tests", "Text_of_the_server_is_shortened"),
        new("generator", "CdeCodegen.Generator", "CdeCodegen.Generator.Tests", "SpecPointerTests"),
        new("analyzers", "CdeCodegen.Analyzers", "CdeCodegen.Analyzers.Tests", "Nothing_is_reported_without_the_runtime"),
    ];

    public string TestFolder => Repository.PathOf("tests", Tests);

    public string OutputFolder => Path.Combine(TestFolder, "bin", "Debug", "net10.0");

    public static MutationProject? Find(string name) => Array.Find(All, project => project.Name == name);
}
