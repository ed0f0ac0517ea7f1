using System.Globalization;
using System.Reflection;
using CdeCodegen.Generator.Tests.Infrastructure;
using CdeCodegen.Generator.Tests.Lowering;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Tests.Scenarios;

/// <summary>
/// Documents with a program that uses their client. Each scenario is a document, perhaps a folder of further files, and a C# file of the same name: the
/// client is generated and compiled together with the program, which is run against a <see cref="ScenarioServer"/> and must print what its comments
/// <c>// prints: …</c> say. Comments <c>// reports: …</c> list the diagnostics of the document, and <c>// metadata: …</c> add metadata to its reference. What
/// callers see of the client is in <c>Surface</c>.
/// </summary>
public class ScenarioTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "CdeCodegen.Generator.Tests", "Scenarios", "Documents");

    /// <summary>The scenario of thousands of members, whose surface would say nothing more.</summary>
    private const string ManyTypes = "large-schemas";

    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(s_folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_client_does_what_the_program_expects(string name)
    {
        string document = Directory.GetFiles(s_folder, name + ".*").Single(file => !file.EndsWith(".cs", StringComparison.Ordinal));
        string program = File.ReadAllText(Path.Combine(s_folder, name + ".cs"));
        string[] expected = Comments(program, "// prints: ");
        Assert.NotEmpty(expected);

        var run = GeneratorRun.Of(
            [Document(document, Comments(program, "// metadata: ")), .. FurtherFiles(name, document)],
            "#pragma warning disable CS1591 // a scenario is no library\n" + program,
            references: [.. GeneratorRun.References, MetadataReference.CreateFromFile(typeof(ScenarioServer).Assembly.Location)]);
        Assert.Equal(Comments(program, "// reports: "), run.Diagnostics.Select(Describe));
        MethodInfo main = run.Load().GetType("Scenario", throwOnError: true)!.GetMethod("RunAsync")!;
        using var server = new ScenarioServer();
        var output = new StringWriter { NewLine = "\n" };
        await (Task)main.Invoke(null, [server, output])!;

        Assert.Equal(expected, output.ToString().TrimEnd('\n').Split('\n'));
        if (name != ManyTypes)
        {
            PublicSurface.AssertEqual(Path.Combine(s_folder, "..", "Surface", name + ".txt"), run);
        }
    }

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";

    private static TestDocument Document(string path, string[] metadata) => new(
        path,
        File.ReadAllText(path),
        [("Namespace", "Acme"), ("ClassName", "AcmeClient"), .. metadata.Select(entry => (entry.Split('=')[0], entry.Split('=')[1]))]);

    private static IEnumerable<TestDocument> FurtherFiles(string name, string document)
    {
        string folder = Path.Combine(s_folder, name);
        return !Directory.Exists(folder) ? [] : Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => TestDocument.FurtherFile(file, File.ReadAllText(file), document));
    }

    private static string[] Comments(string program, string mark) =>
    [
        .. program.Split('\n')
            .Where(line => line.Contains(mark, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..]),
    ];
}
