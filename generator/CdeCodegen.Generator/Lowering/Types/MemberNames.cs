using CdeCodegen.Generator.Lowering.Naming;

namespace CdeCodegen.Generator.Lowering.Types;

/// <summary>The names of the members of a generated type.</summary>
internal static class MemberNames
{
    /// <summary>Members of <see cref="object"/>, and members that the emitter adds.</summary>
    private static readonly string[] s_reserved =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize",
        "WriteTo", "WriteParts", "ReadBody", "ReadList", "ReadMap",
    ];

    public static NameScope Scope(string typeName, params string[] more)
    {
        var scope = new NameScope(s_reserved);
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
