using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>Whether a client can be printed into this project: its runtime must be there, its name must be its own.</summary>
internal static class Admission
{
    public static LoweredDocument Decide(LoweredDocument document, Surroundings surroundings)
    {
        ProjectFacts project = surroundings.Project;
        if (document.Model is null)
        {
            return document;
        }

        if (!project.HasRuntime)
        {
            return Refuse(document, new DiagnosticInfo(Descriptors.RuntimeMissing, document.Path, 0, 0, default, "", default));
        }

        if (project.Language < ProjectFacts.OldestLanguage)
        {
            return Refuse(document, new DiagnosticInfo(Descriptors.LanguageTooOld, document.Path, 0, 0, default, "", default));
        }

        foreach (ClientKey other in surroundings.Clients.Keys)
        {
            if (other == document.Key)
            {
                break; // the first one has the name
            }

            if (other.Client.Equals(document.Key.Client, StringComparison.OrdinalIgnoreCase))
            {
                return Refuse(document, new DiagnosticInfo(
                    Descriptors.InvalidOption, document.Path, 0, 0, default, "",
                    new EquatableArray<string>(["ClassName", document.Model.Context.ClassName, $"'{other.Client}' is made from another document already"])));
            }
        }

        return document;
    }

    private static LoweredDocument Refuse(LoweredDocument document, DiagnosticInfo why)
    {
        var diagnostics = new List<DiagnosticInfo>(document.Diagnostics.Count + 1);
        diagnostics.AddRange(document.Diagnostics);
        diagnostics.Add(why);
        return document with { Model = null, Diagnostics = diagnostics.ToEquatableArray() };
    }
}
