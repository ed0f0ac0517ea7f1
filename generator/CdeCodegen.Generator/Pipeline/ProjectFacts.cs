using System.Collections.Immutable;
using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>
/// The properties of the project that generation depends on. They come from the references and the parse options, which a C# edit does not change;
/// the compilation is a new object at every keystroke and would run each step again.
/// </summary>
/// <param name="HasRuntime">Whether the project references CdeCodegen.Runtime.</param>
/// <param name="Language">The C# version as the compiler numbers it: 1200 for C# 12.</param>
/// <param name="Emission">The properties that the printed text depends on.</param>
internal sealed record ProjectFacts(bool HasRuntime, int Language, EmissionFacts Emission)
{
    /// <summary>C# 12: generated code uses required members, primary constructors and collection expressions.</summary>
    public const int OldestLanguage = 1200;

    private const string Runtime = "CdeCodegen.Runtime";
    private const string HttpFactory = "Microsoft.Extensions.Http";

    /// <summary>The name of a reference that generation depends on; empty for any other reference.</summary>
    public static string RelevantName(MetadataReference reference)
    {
        string name = reference is CompilationReference project ? project.Compilation.AssemblyName ?? "" : FileName(reference.Display ?? "");
        return name is Runtime or HttpFactory ? name : "";
    }

    public static ProjectFacts From(ReferenceNames references, ParseOptions options) => new(
        references.Names.Contains(Runtime),
        options is CSharpParseOptions csharp ? (int)csharp.LanguageVersion : OldestLanguage,
        new EmissionFacts(HasClosedTypes(options), references.Names.Contains(HttpFactory)));

    /// <summary>
    /// Whether the compiler supports closed classes (C# 15). The check compares numbers because the oldest supported Roslyn has no name for C# 15.
    /// "Preview" is a higher number in every compiler but includes C# 15 only from Roslyn 5.9 on, hence the check of the compiler's version.
    /// </summary>
    private static bool HasClosedTypes(ParseOptions options) =>
        options is CSharpParseOptions csharp && (int)csharp.LanguageVersion >= 1500 && typeof(CSharpParseOptions).Assembly.GetName().Version >= new Version(5, 9);

    // Accepts both separators: a compilation that was saved on another machine keeps that machine's paths.
    private static string FileName(string display)
    {
        int start = display.LastIndexOfAny(['/', '\\']) + 1;
        int end = display.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? display.Length - 4 : display.Length;
        return display.Substring(start, end - start);
    }
}

/// <summary>The names of the references that generation depends on.</summary>
internal sealed record ReferenceNames(EquatableArray<string> Names)
{
    public static ReferenceNames From(ImmutableArray<string> names)
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
