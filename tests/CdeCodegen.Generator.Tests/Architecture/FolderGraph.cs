using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Generator.Tests.Architecture;

/// <summary>
/// Which folders of a project use which, computed from the symbols that its source names. Unlike a look at the <c>using</c> directives, this also sees
/// qualified names, extension methods and types of the same namespace.
/// </summary>
internal sealed class FolderGraph
{
    /// <summary>The folder of files that stand in the project's own folder.</summary>
    public const string Root = "(root)";

    private readonly SortedDictionary<string, SortedDictionary<string, string>> _uses = new(StringComparer.Ordinal);

    private FolderGraph()
    {
    }

    public IEnumerable<string> Folders => _uses.Keys;

    /// <summary>Reads a project.</summary>
    /// <param name="project">Its folder, relative to the repository.</param>
    /// <param name="others">Projects whose folders count as this one's: <c>../Name/Folder</c>.</param>
    public static FolderGraph Of(string project, params string[] others)
    {
        string root = Path.Combine(Repository.Root, project);
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["NET8_0_OR_GREATER", "NET10_0_OR_GREATER"]);
        var trees = new List<SyntaxTree>();
        foreach (string folder in (string[])[project, .. others])
        {
            foreach (string file in Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            {
                if (!IsOutput(file))
                {
                    trees.Add(CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file));
                }
            }
        }

        trees.Add(CSharpSyntaxTree.ParseText(string.Concat(GlobalUsings(root).Select(name => $"global using {name};\n")), options));
        var compilation = CSharpCompilation.Create(
            "Architecture",
            trees,
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => !Path.GetFileName(path).StartsWith("CdeCodegen.", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

        var graph = new FolderGraph();
        foreach (SyntaxTree tree in trees)
        {
            if (tree.FilePath.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                graph.Read(tree, compilation.GetSemanticModel(tree), root);
            }
        }

        return graph;
    }

    /// <summary>The folders that a folder uses, each with one example: the file, the line and the name.</summary>
    public IReadOnlyDictionary<string, string> UsesOf(string folder) => _uses[folder];

    /// <summary>The SDK's implicit usings, and the <c>Using</c> items of the project file.</summary>
    private static IEnumerable<string> GlobalUsings(string root)
    {
        string[] ofSdk = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"];
        return ofSdk.Concat(XDocument.Load(Directory.GetFiles(root, "*.csproj").Single()).Descendants("Using").Select(item => item.Attribute("Include")!.Value));
    }

    private static bool IsOutput(string file) =>
        file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") || file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}");

    private void Read(SyntaxTree tree, SemanticModel model, string root)
    {
        string from = FolderOf(tree.FilePath, root);
        if (!_uses.TryGetValue(from, out SortedDictionary<string, string>? uses))
        {
            _uses.Add(from, uses = new SortedDictionary<string, string>(StringComparer.Ordinal));
        }

        foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes(descendIntoTrivia: false).OfType<SimpleNameSyntax>())
        {
            if (model.GetSymbolInfo(name).Symbol is not { } symbol || symbol is INamespaceSymbol)
            {
                continue;
            }

            ISymbol type = symbol as ITypeSymbol ?? symbol.ContainingType ?? symbol;
            foreach (string to in FoldersOf(type, root))
            {
                if (to != from && !uses.ContainsKey(to))
                {
                    uses.Add(to, $"{Path.GetFileName(tree.FilePath)}({tree.GetLineSpan(name.Span).StartLinePosition.Line + 1}): {name}");
                }
            }
        }
    }

    /// <summary>The folders of a type of the source: one, unless its parts are in several.</summary>
    private static IEnumerable<string> FoldersOf(ISymbol type, string root) =>
        type.OriginalDefinition.DeclaringSyntaxReferences.Select(part => part.SyntaxTree.FilePath).Where(path => path.Length > 0).Select(path => FolderOf(path, root)).Distinct();

    private static string FolderOf(string file, string root)
    {
        string folder = Path.GetRelativePath(root, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '/');
        return folder == "." ? Root : folder;
    }
}
