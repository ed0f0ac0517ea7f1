using System.Collections.Immutable;
using CdeCodegen.Generator.Engine;
using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>The client that a document produces.</summary>
/// <param name="Path">The path of the document.</param>
/// <param name="Client">The full name of the client class; empty if the document produces none.</param>
internal sealed record ClientKey(string Path, string Client)
{
    public static ClientKey From(LoweredDocument document) => new(document.Path, document.ClientName);
}

/// <summary>The clients of all documents of the project.</summary>
internal sealed record ClientList(EquatableArray<ClientKey> Keys)
{
    public bool IsAnyGenerated
    {
        get
        {
            foreach (ClientKey key in Keys)
            {
                if (key.Client.Length > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public static ClientList From(ImmutableArray<ClientKey> keys)
    {
        var list = new List<ClientKey>(keys.Length);
        foreach (ClientKey key in keys)
        {
            list.Add(key);
        }

        return new ClientList(list.ToEquatableArray());
    }
}
