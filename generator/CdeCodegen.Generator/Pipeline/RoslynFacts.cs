using System.Collections.Immutable;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>
/// Reads <see cref="ProjectFacts"/> from the references and the parse options, which a C# edit does not change. The compilation is a new object at every
/// keystroke and would run each step again.
/// </summary>
internal static class RoslynFacts
{
    /// <summary>The name of a reference that generation depends on; empty for any other reference.</summary>
    public static string RelevantName(MetadataReference reference)
    {
        string name = reference is CompilationReference project ? project.Compilation.AssemblyName ?? "" : FileName(reference.Display ?? "");
        return name is ProjectFacts.Runtime or ProjectFacts.HttpFactory ? name : "";
    }

    public static ProjectFacts From(ReferenceNames references, ParseOptions options) => ProjectFacts.From(
        options is CSharpParseOptions csharp ? (int)csharp.LanguageVersion : ProjectFacts.OldestLanguage,
        typeof(CSharpParseOptions).Assembly.GetName().Version,
        references.Names.Contains(ProjectFacts.Runtime),
        references.Names.Contains(ProjectFacts.HttpFactory));

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
