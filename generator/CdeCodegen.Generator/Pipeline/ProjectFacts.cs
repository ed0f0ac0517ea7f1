using System.Collections.Immutable;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>
/// What matters of the project. Read from the list of references and the parse options, which a C# edit leaves alone; the compilation itself
/// is a new object at every key stroke and would make a step run each time.
/// </summary>
/// <param name="HasRuntime">CdeCodegen.Runtime is referenced.</param>
/// <param name="Language">The C# version, as the compiler numbers it: 1200 for C# 12.</param>
internal sealed record ProjectFacts(bool HasRuntime, int Language, EmissionFacts Emission)
{
    /// <summary>Generated code has required members, primary constructors and collection expressions.</summary>
    public const int OldestLanguage = 1200;

    private const string Runtime = "CdeCodegen.Runtime";
    private const string HttpFactory = "Microsoft.Extensions.Http";

    /// <summary>The name of a reference that the client depends on; empty for any other.</summary>
    public static string Relevant(MetadataReference reference)
    {
        string name = reference is CompilationReference project ? project.Compilation.AssemblyName ?? "" : FileName(reference.Display ?? "");
        return name is Runtime or HttpFactory ? name : "";
    }

    public static ProjectFacts Of(ReferenceNames references, ParseOptions options) => new(
        references.Names.Contains(Runtime),
        options is CSharpParseOptions csharp ? (int)csharp.LanguageVersion : OldestLanguage,
        new EmissionFacts(HasClosedTypes(options), references.Names.Contains(HttpFactory)));

    /// <summary>
    /// C# 15 has closed classes. Its number is asked for, not its name, which the floor's enumeration does not have; "preview" is a higher number
    /// in every compiler, and means C# 15 only in those from Roslyn 5.9 on.
    /// </summary>
    private static bool HasClosedTypes(ParseOptions options) =>
        options is CSharpParseOptions csharp && (int)csharp.LanguageVersion >= 1500 && typeof(CSharpParseOptions).Assembly.GetName().Version >= new Version(5, 9);

    // In a path of either kind: a compilation loaded on another machine keeps that machine's separators.
    private static string FileName(string display)
    {
        int start = display.LastIndexOfAny(['/', '\\']) + 1;
        int end = display.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? display.Length - 4 : display.Length;
        return display.Substring(start, end - start);
    }
}

/// <summary>Those of the project's references that a client depends on.</summary>
internal sealed record ReferenceNames(EquatableArray<string> Names)
{
    public static ReferenceNames Of(ImmutableArray<string> names)
    {
        var list = new List<string>();
        foreach (string name in names)
        {
            if (name.Length > 0)
            {
                list.Add(name);
            }
        }

        return new ReferenceNames(list.ToEquatableArray());
    }
}

/// <summary>What surrounds a document: the project, and all clients that are made in it.</summary>
internal sealed record Surroundings(ClientList Clients, ProjectFacts Project);
