using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Engine;

/// <summary>Checks that a client can be generated into this project: the project references the runtime and no other client has the same name or a type of the same name.</summary>
internal static class ClientValidation
{
    /// <returns>The document, or a copy without a model and with a diagnostic that says why.</returns>
    public static LoweredDocument Validate(LoweredDocument document, ProjectContext context)
    {
        if (document.Model is null)
        {
            return document;
        }

        if (!context.Project.HasRuntime)
        {
            return Reject(document, DiagnosticInfo.ForFile(Descriptors.RuntimeMissing, document.Path));
        }

        if (context.Project.Language < ProjectFacts.OldestLanguage)
        {
            return Reject(document, DiagnosticInfo.ForFile(Descriptors.LanguageTooOld, document.Path));
        }

        string name = document.ClientName;
        ClientNames? names = null;
        foreach (ClientKey other in context.Clients.Keys)
        {
            if (other.Path == document.Path && other.Client == name)
            {
                break; // the first of several documents keeps the name
            }

            if (other.Client.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Reject(document, DiagnosticInfo.ForFile(
                    Descriptors.InvalidOption, document.Path, "ClassName", document.Model.Context.ClassName,
                    $"another document already generates '{other.Client}'"));
            }

            if (other.Names is not null && ClientNames.Repeated(names ??= ClientNames.Of(document.Model), other.Names) is { } repeated)
            {
                return Reject(document, DiagnosticInfo.ForFile(
                    Descriptors.InvalidOption, document.Path, "Namespace", other.Names.Namespace,
                    $"another document already generates '{repeated}'. Write a Namespace of its own for each document"));
            }
        }

        return document;
    }

    private static LoweredDocument Reject(LoweredDocument document, DiagnosticInfo reason)
    {
        var diagnostics = new List<DiagnosticInfo>(document.Diagnostics.Count + 1);
        diagnostics.AddRange(document.Diagnostics);
        diagnostics.Add(reason);
        return document with { Model = null, Diagnostics = diagnostics.ToEquatableArray() };
    }
}
