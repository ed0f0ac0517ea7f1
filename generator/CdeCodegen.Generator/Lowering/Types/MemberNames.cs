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

    /// <summary>In C#, a member cannot have the name of its class.</summary>
    public static string Take(NameScope scope, string wireName)
    {
        string name = Identifiers.Pascal(wireName);
        return scope.Take(name, name + "Value");
    }
}
