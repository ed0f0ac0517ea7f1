using CdeCodegen.Generator.Lowering.Naming;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>The names of the members of a generated type.</summary>
internal static class MemberNames
{
    private static readonly HashSet<string> s_ofObject = new(StringComparer.OrdinalIgnoreCase)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize",
    };

    /// <summary>Members that the emitter adds to models, and those of every object.</summary>
    private static readonly HashSet<string> s_ofModel = new(s_ofObject, StringComparer.OrdinalIgnoreCase)
    {
        "WriteTo", "WriteParts", "ReadBody", "ReadList", "ReadMap",
    };

    /// <summary>The scope of a generated type that is no model.</summary>
    /// <param name="taken">The name of the type, and names of members that it always has.</param>
    public static NameScope OfObject(params string[] taken)
    {
        var scope = new NameScope(s_ofObject);
        scope.Reserve(taken);
        return scope;
    }

    public static NameScope Scope(string typeName, params string[] more)
    {
        var scope = new NameScope(s_ofModel);
        scope.Take(typeName);
        foreach (string name in more)
        {
            scope.Take(name);
        }

        return scope;
    }

    /// <summary>The names that members without symbols take, whichever order they are in: <c>Sent</c> is called so even where <c>Sent&lt;</c> comes first.</summary>
    /// <param name="members">The members of one type.</param>
    /// <param name="wireName">The name of a member in the document; null for one that is elsewhere.</param>
    /// <returns>Null if no member has symbols.</returns>
    public static HashSet<string>? Plain<T>(List<T> members, Func<T, string?> wireName)
    {
        int i = 0;
        while (i < members.Count && !(wireName(members[i]) is { } symbols && Identifiers.HasSymbols(symbols)))
        {
            i++;
        }

        if (i == members.Count)
        {
            return null;
        }

        var plain = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (T member in members)
        {
            if (wireName(member) is { } name && !Identifiers.HasSymbols(name))
            {
                plain.Add(Identifiers.Pascal(name));
            }
        }

        return plain;
    }

    /// <summary>Takes the name of a member. In C#, a member cannot have the name of its class.</summary>
    public static string Take(NameScope scope, string wireName, HashSet<string>? plain)
    {
        string name = Identifiers.Pascal(wireName);
        return scope.Take(IsReserved(name, wireName, plain) || scope.Contains(name) ? Other(name, wireName) : name);
    }

    /// <summary>The name of a member whose first choice belongs to a member without symbols; null for any other member.</summary>
    /// <param name="wireName">The name of the member in the document.</param>
    /// <param name="plain">The result of <see cref="Plain"/>.</param>
    public static string? Reserved(string wireName, HashSet<string>? plain)
        => plain is not null && Identifiers.Pascal(wireName) is { } name && IsReserved(name, wireName, plain) ? Other(name, wireName) : null;

    private static bool IsReserved(string name, string wireName, HashSet<string>? plain)
        => plain is not null && plain.Contains(name) && Identifiers.HasSymbols(wireName);

    /// <summary>The name of a member whose first choice is taken.</summary>
    private static string Other(string name, string wireName)
        => Identifiers.HasSymbols(wireName) && Identifiers.Spelled(wireName) is { } spelled && spelled != name ? spelled : name + "Value";
}
