using System.Collections.Immutable;
using System.Reflection;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Tests.Infrastructure;
using CdeCodegen.Generator.Units;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>
/// A model that is printed, compiled together with code that uses it, and loaded. Creating one asserts that the text compiles under the strictest
/// settings of a consumer, and that its layout is right.
/// </summary>
internal sealed class EmittedClient
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;
        using CdeCodegen.Runtime;

        """;

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. GeneratorRun.References,
        .. Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.Extensions.*.dll").Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The warnings that the emitted <c>#pragma</c> is meant for. Any other warning is a defect.</summary>
    private static readonly string[] s_expected =
    [
        "CS1591", // a public member without a comment, because the document has none
        "CS1573", // comments for only some parameters
        "CS0618", // a use of a deprecated member
        "CS9042", // a required member that is deprecated
    ];

    private readonly Assembly _assembly;

    private EmittedClient(Dictionary<string, string> files, Assembly assembly)
    {
        Files = files;
        _assembly = assembly;
    }

    /// <summary>The texts of the files by hint name.</summary>
    public Dictionary<string, string> Files { get; }

    /// <param name="model">The model to print.</param>
    /// <param name="consumer">The members of a static class <c>Consumer</c> that uses the client.</param>
    /// <param name="facts">The properties of the consumer's compilation; <see cref="EmissionFacts.Floor"/> if null.</param>
    /// <param name="declarations">Other declarations of the consumer.</param>
    public static EmittedClient Of(ClientModel model, string consumer = "", EmissionFacts? facts = null, string declarations = "")
    {
        Dictionary<string, string> files = Print(model, facts ?? EmissionFacts.Floor);
        string program = $"{Usings}using {model.Context.Namespace};\n{(facts?.DependencyInjection == true ? "using Microsoft.Extensions.DependencyInjection;\n" : "")}{(model.Types.Count > 0 ? $"using {model.Context.ModelsNamespace};\n" : "")}#pragma warning disable CS0105, CS8019, CS1591, CS0618\n{declarations}\npublic static class Consumer\n{{\n{consumer}\n}}\n";
        return new EmittedClient(files, Load([.. files.Values.Select(WithoutPragma), program]));
    }

    public static Dictionary<string, string> Print(ClientModel model, EmissionFacts facts)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (SourceUnit unit in SourceUnits.Of(model))
        {
            string text = Emitter.Emit(unit, facts);
            if (text.Length > 0)
            {
                AssertText(text);
                files.Add(unit.HintName, text);
            }
        }

        return files;
    }

    public string File(string hintEnd) => Files.Single(file => file.Key.EndsWith(hintEnd, StringComparison.Ordinal)).Value;

    /// <summary>Calls a method of the consumer, and awaits it if it is asynchronous.</summary>
    public async Task<object?> Call(string method, params object?[] arguments)
    {
        MethodInfo target = _assembly.GetType("Consumer", throwOnError: true)!.GetMethod(method)!;
        object? result;
        try
        {
            result = target.Invoke(null, arguments);
        }
        catch (TargetInvocationException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }

        if (result is not Task task)
        {
            return result;
        }

        await task;
        return target.ReturnType.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
    }

    public async Task<string?> CallText(string method, params object?[] arguments) => (await Call(method, arguments))?.ToString();

    private static Assembly Load(string[] sources) => CompiledClients.Get(sources, () => Compile(sources), Assembly.Load);

    private static byte[] Compile(string[] sources)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12, DocumentationMode.Diagnose);
        var compilation = CSharpCompilation.Create(
            "Consumer." + Guid.NewGuid().ToString("N"),
            sources.Select(source => CSharpSyntaxTree.ParseText(source, parse)),
            s_references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                warningLevel: 9999,
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
        using var stream = new MemoryStream();
        EmitResult result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning).Take(20).Select(Explain)));
        return stream.ToArray();
    }

    private static string WithoutPragma(string text)
    {
        string without = text.Replace("#nullable disable warnings\n", "").Replace("#pragma warning disable\n", "#pragma warning disable " + string.Join(", ", s_expected) + "\n");
        Assert.NotEqual(text, without);
        return without;
    }

    /// <summary>Asserts the layout that every file has.</summary>
    private static void AssertText(string text)
    {
        Assert.StartsWith("// <auto-generated/>\n#nullable enable annotations\n#nullable disable warnings\n", text);
        Assert.EndsWith("}\n", text);
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\t', text);
        Assert.DoesNotContain(" \n", text);
        Assert.DoesNotContain("\n\n\n", text);
        Assert.DoesNotContain("{\n\n", text);
        Assert.DoesNotContain("\n\n}", text);
    }

    private static string Explain(Diagnostic diagnostic)
    {
        string line = diagnostic.Location.SourceTree is { } tree
            ? tree.GetText().Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString()
            : "";
        return diagnostic + "\n    " + line;
    }
}
