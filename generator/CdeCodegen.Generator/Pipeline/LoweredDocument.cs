using System.Collections.Immutable;
using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>What came of a document: the model, and what there is to say. Equal to that of a text that differs only in layout, but for positions.</summary>
/// <param name="Model">Null when there is nothing to generate.</param>
internal sealed record LoweredDocument(string Path, ClientModel? Model, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public ClientKey Key => new(Path, Model is null ? "" : Model.Context.Namespace + "." + Model.Context.ClassName);
}

/// <summary>Which client a document makes.</summary>
/// <param name="Client">Its full name; empty for none.</param>
internal sealed record ClientKey(string Path, string Client);

/// <summary>The clients of all documents of the project.</summary>
internal sealed record ClientList(EquatableArray<ClientKey> Keys)
{
    public static ClientList Of(ImmutableArray<ClientKey> keys)
    {
        var list = new List<ClientKey>(keys.Length);
        foreach (ClientKey key in keys)
        {
            list.Add(key);
        }

        return new ClientList(list.ToEquatableArray());
    }
}
