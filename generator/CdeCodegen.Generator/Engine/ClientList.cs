using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Engine;

/// <summary>The client that a document produces.</summary>
/// <param name="Path">The path of the document.</param>
/// <param name="Client">The full name of the client class; empty if the document produces none.</param>
/// <param name="AddsPolyfill">Whether <see cref="ClosedTypePolyfill"/> belongs to the client's files. False if another tool already adds it.</param>
/// <param name="Names">The names of the client's types; null if the document produces no client.</param>
internal sealed record ClientKey(string Path, string Client, bool AddsPolyfill, ClientNames? Names)
{
    public static ClientKey From(LoweredDocument document) => new(
        document.Path, document.ClientName, document.AddsPolyfill, document.Model is null ? null : ClientNames.Of(document.Model));
}

/// <summary>The clients of all documents of the project.</summary>
internal sealed record ClientList(EquatableArray<ClientKey> Keys)
{
    /// <summary>Whether a client is generated that needs <see cref="ClosedTypePolyfill"/> if the compiler supports closed classes.</summary>
    public bool NeedsPolyfill
    {
        get
        {
            foreach (ClientKey key in Keys)
            {
                if (key.Client.Length > 0 && key.AddsPolyfill)
                {
                    return true;
                }
            }

            return false;
        }
    }

    public static ClientList From(IReadOnlyList<ClientKey> keys)
    {
        var list = new List<ClientKey>(keys.Count);
        for (int i = 0; i < keys.Count; i++)
        {
            list.Add(keys[i]);
        }

        return new ClientList(list.ToEquatableArray());
    }
}
