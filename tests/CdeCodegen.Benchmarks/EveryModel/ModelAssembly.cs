using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text;
using CdeCodegen.Benchmarks.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CdeCodegen.Benchmarks.EveryModel;

/// <summary>Compiles clients and classes for System.Text.Json while the benchmark runs. Each has a class <c>ModelReaders</c> with a method per model.</summary>
internal static class ModelAssembly
{
    /// <summary>The runtime shows its reader to the benchmarks only, which is decided by the name of the assembly.</summary>
    private const string Name = "CdeCodegen.Benchmarks";

    private static readonly CSharpCompilationOptions s_options = new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release);

    /// <summary>Generates and compiles the client of a document.</summary>
    public static ModelTypes CompileClient(TestDocument document)
    {
        CSharpCompilation client = BenchDocuments.Consumer.RemoveAllSyntaxTrees().WithOptions(s_options).WithAssemblyName(Name).AddSyntaxTrees(
            BenchDocuments.Generate(document).Select(static source => CSharpSyntaxTree.ParseText(source.SourceText, BenchDocuments.Options)));
        var models = new List<INamedTypeSymbol>();
        AddModels(client.Assembly.GlobalNamespace, models);

        var text = new StringBuilder("using CdeCodegen.Runtime.Generated;\n#pragma warning disable\npublic static class ModelReaders\n{\n");
        for (int i = 0; i < models.Count; i++)
        {
            string type = models[i].ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            text.Append("    public static object Read").Append(i).Append("(byte[] json)\n    {\n")
                .Append("        if (!System.Text.Unicode.Utf8.IsValid(json)) { throw new System.Text.DecoderFallbackException(); }\n")
                .Append("        var r = new JsonReader(json);\n        var value = new ").Append(type).Append("(ref r);\n        r.End();\n        return value;\n    }\n");
        }

        client = client.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text.Append("}\n").ToString(), BenchDocuments.Options));
        return new ModelTypes(Load(client), models.Select(MetadataName));
    }

    /// <summary>Compiles classes with the source generator of System.Text.Json.</summary>
    public static Assembly CompileTwins(string text)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var reference = new AnalyzerFileReference(FindSourceGenerator(), new Loader());
        var twins = CSharpCompilation.Create(
            "Twins", [CSharpSyntaxTree.ParseText(text, options)], PlatformReferences.Where(PlatformReferences.IsFramework), s_options);
        CSharpGeneratorDriver.Create(reference.GetGenerators(LanguageNames.CSharp), parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(twins, out Compilation generated, out ImmutableArray<Diagnostic> _);
        return Load(generated);
    }

    /// <summary>The reader of the model with an index.</summary>
    public static Func<byte[], object> Reader(Assembly assembly, int index) =>
        assembly.GetType("ModelReaders", throwOnError: true)!.GetMethod("Read" + index)!.CreateDelegate<Func<byte[], object>>();

    private static Assembly Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        }

        image.Position = 0;
        return new AssemblyLoadContext(null).LoadFromStream(image);
    }

    private static void AddModels(INamespaceOrTypeSymbol container, List<INamedTypeSymbol> models)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner)
            {
                continue;
            }

            bool isModel = inner is INamedTypeSymbol { IsAbstract: false, TypeKind: TypeKind.Class } type && type.InstanceConstructors.Any(static constructor =>
                constructor.Parameters is [{ RefKind: RefKind.Ref, Type.Name: "JsonReader" }] && constructor.DeclaredAccessibility != Accessibility.Private);
            if (isModel)
            {
                models.Add((INamedTypeSymbol)inner);
            }

            AddModels(inner, models);
        }
    }

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? MetadataName(outer) + "+" + type.MetadataName
        : type.ContainingNamespace.ToDisplayString() + "." + type.MetadataName;

    private static string FindSourceGenerator()
    {
        string packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        return Directory.GetFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
