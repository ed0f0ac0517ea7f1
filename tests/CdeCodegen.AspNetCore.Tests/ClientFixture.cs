using System.Collections.Immutable;
using System.Reflection;
using CdeCodegen.AspNetCore.Tests.Server;
using CdeCodegen.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.AspNetCore.Tests;

/// <summary>The running server, and a client for each of its documents, compiled together with all programs.</summary>
public sealed class ClientFixture : IAsyncLifetime
{
    private const string Mark = "// prints: ";

    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "CdeCodegen.AspNetCore.Tests", "Programs");

    private readonly Dictionary<string, Lazy<Task<Client>>> _clients = [];
    private ShopServer? _server;

    /// <summary>The documents by their name, which is also the symbol that programs test with <c>#if</c>.</summary>
    public static IReadOnlyDictionary<string, (string Path, string[] Symbols)> Documents { get; } = new Dictionary<string, (string, string[])>
    {
        ["Microsoft 3.1"] = ("openapi/v31.json", ["MICROSOFT"]),
        ["Microsoft 3.0"] = ("openapi/v30.json", ["MICROSOFT"]),
        ["Swashbuckle 3.1"] = ("swagger31/v1/swagger.json", ["SWASHBUCKLE"]),
        ["Swashbuckle 3.0"] = ("swagger30/v1/swagger.json", ["SWASHBUCKLE"]),
        ["NSwag"] = ("nswag/v1.json", ["NSWAG"]),
    };

    public static IEnumerable<string> Programs =>
        Directory.GetFiles(s_folder, "*.cs").Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public async Task InitializeAsync()
    {
        _server = await ShopServer.StartAsync();
        foreach (string name in Documents.Keys)
        {
            _clients[name] = new Lazy<Task<Client>>(() => Task.Run(() => GenerateAsync(name)));
        }
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    internal Uri Address => _server!.Address;

    internal Task<Client> ClientAsync(string document) => _clients[document].Value;

    private async Task<Client> GenerateAsync(string name)
    {
        (string path, string[] symbols) = Documents[name];
        using var http = new HttpClient { BaseAddress = Address };
        string text = await http.GetStringAsync(path);

        CSharpParseOptions options = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose).WithPreprocessorSymbols(symbols);
        SyntaxTree[] programs = [.. Programs.Select(program =>
            CSharpSyntaxTree.ParseText(
                "#pragma warning disable CS1591\n" + File.ReadAllText(Path.Combine(s_folder, program + ".cs")), options, program + ".cs"))];
        var compilation = CSharpCompilation.Create(
            "Consumer",
            programs,
            PlatformReferences.Where(static file => PlatformReferences.IsFramework(file) || PlatformReferences.IsRuntime(file)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        CSharpGeneratorDriver.Create(
                [new OpenApiClientGenerator().AsSourceGenerator()],
                [new TestDocument("shop.json", text, ("Namespace", "Acme"), ("ClassName", "AcmeClient"))],
                options,
                new TestOptionsProvider())
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> diagnostics);
        using var assembly = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = output.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning).Take(40)));
        return new Client(
            text,
            Assembly.Load(assembly.ToArray()),
            diagnostics,
            programs.ToDictionary(static program => Path.GetFileNameWithoutExtension(program.FilePath), Expected));
    }

    /// <summary>The comments <c>// prints: …</c> outside inactive code.</summary>
    private static string[] Expected(SyntaxTree program) =>
    [
        .. program.GetRoot().DescendantTrivia()
            .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            .Select(static trivia => trivia.ToString())
            .Where(static comment => comment.StartsWith(Mark, StringComparison.Ordinal))
            .Select(static comment => comment[Mark.Length..]),
    ];

    /// <summary>The compiled client of a document.</summary>
    /// <param name="Text">The document.</param>
    /// <param name="Assembly">The client and the programs.</param>
    /// <param name="Diagnostics">The diagnostics of the generator.</param>
    /// <param name="Expected">What each program has to print.</param>
    internal sealed record Client(string Text, Assembly Assembly, ImmutableArray<Diagnostic> Diagnostics, IReadOnlyDictionary<string, string[]> Expected);
}
