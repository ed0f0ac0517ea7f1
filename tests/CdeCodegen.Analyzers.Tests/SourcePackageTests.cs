#if LATEST_ROSLYN // Some of the sources are in the newest C#.
using System.Collections.Immutable;
using System.Reflection;
using CdeCodegen.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace CdeCodegen.Analyzers.Tests;

/// <summary>
/// Runs the analyzer over packages of source code, which the project file downloads. Their code has no client, so each method gets a call of one whose result
/// is only tested for success. The flow analysis then sees all statements of real code, and may report only that call.
/// </summary>
public sealed class SourcePackageTests
{
    private const string Call = "new global::C().S()";

    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_options =
        new(LanguageVersion.Preview, preprocessorSymbols: ["NETSTANDARD", "NETSTANDARD2_0"]);

    [Fact]
    public async Task Only_the_added_call_is_reported()
    {
        string[] packages = Value("Packages").Split('|');
        var calls = new List<int>();
        foreach (string package in packages)
        {
            var adder = new CallAdder();
            var trees = new List<SyntaxTree>
            {
                CSharpSyntaxTree.ParseText(Corpus.Read("prelude.txt"), s_options),
                CSharpSyntaxTree.ParseText(Usings, s_options),
            };
            foreach (string path in Files(package))
            {
                string text = (await File.ReadAllTextAsync(path)).Replace("$rootnamespace$", "Subject", StringComparison.Ordinal);
                SyntaxNode root = await CSharpSyntaxTree.ParseText(text, s_options).GetRootAsync();
                trees.Add(CSharpSyntaxTree.Create((CSharpSyntaxNode)adder.Visit(root)!, s_options, path));
            }

            ImmutableArray<Diagnostic> found = await Compilations.AnalyzeAndCompile(Compilations.Create(trees).AddReferences(Compilations.Others));

            Assert.Empty(found.Where(static d => d.Id.StartsWith("AD", StringComparison.Ordinal)));
            Diagnostic[] reported = [.. found.Where(static d => d.Id.StartsWith("CDE", StringComparison.Ordinal))];
            Assert.All(reported, static d => Assert.Equal(("CDE1002:403,404", Call), (Corpus.Verdict(d), d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan))));
            Assert.Distinct(reported.Select(static d => d.Location));
            calls.Add(reported.Length);
        }

        Assert.True(packages.Length >= 6 && calls.Sum() > 200, $"only {string.Join(", ", calls)} calls in {string.Join(", ", packages)}");
    }

    private static IEnumerable<string> Files(string package)
    {
        string folder = package.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).ToLowerInvariant();
        string content = Path.Combine(Value("PackageRoot"), folder, "contentFiles", "cs");
        string framework = ((string[])["netstandard2.0", "any"]).Select(name => Path.Combine(content, name)).First(Directory.Exists);
        return Directory.EnumerateFiles(framework, "*.cs*", SearchOption.AllDirectories);
    }

    private static string Value(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == key && a.Value is not null).Value!;

    /// <summary>Starts the body of each method with a call whose result is tested for success.</summary>
    private sealed class CallAdder : CSharpSyntaxRewriter
    {
        private static readonly StatementSyntax s_statement = SyntaxFactory.ParseStatement($"var added = {Call};");
        private static readonly StatementSyntax s_test = SyntaxFactory.ParseStatement("if (added is global::R.Ok) { global::System.Console.WriteLine(); }");

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node) =>
            node.Body is { } body ? node.WithBody(body.WithStatements(body.Statements.Insert(0, s_statement).Insert(1, s_test))) : node;
    }
}
#endif
