using CdeCodegen.Generator.Diagnostics;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>
/// Finds the schemas that extend a schema with a <c>discriminator</c> through <c>allOf</c>, directly or indirectly, and links them with their bases.
/// The extending schemas count although nothing refers to them.
/// </summary>
internal static class Inheritance
{
    /// <summary>A longer chain of bases is an attack; what lies deeper is no part of the hierarchy.</summary>
    public const int MaxDepth = 64;

    public static void Link(List<Schema> named, DiagnosticBag diagnostics)
    {
        if (!named.Exists(schema => schema.DiscriminatorProperty is not null))
        {
            return;
        }

        Dictionary<Schema, List<Schema>> extenders = Extenders(named);
        var depths = new Dictionary<Schema, int>();
        var work = new Queue<Schema>();
        foreach (Schema schema in named)
        {
            if (schema.DiscriminatorProperty is not null && extenders.ContainsKey(schema) && AllExtend(schema.OneOf, schema) && AllExtend(schema.AnyOf, schema))
            {
                depths[schema] = 0;
                work.Enqueue(schema);
            }
        }

        var members = new List<Schema>();
        while (work.Count > 0)
        {
            Schema schema = work.Dequeue();
            members.Add(schema);
            if (depths[schema] < MaxDepth && extenders.TryGetValue(schema, out List<Schema>? derived))
            {
                foreach (Schema extender in derived)
                {
                    if (!depths.ContainsKey(extender))
                    {
                        depths.Add(extender, depths[schema] + 1);
                        work.Enqueue(extender);
                    }
                }
            }
        }

        foreach (Schema schema in members)
        {
            foreach (Schema part in Parts(schema))
            {
                if (!depths.ContainsKey(part) || IsAncestor(schema, part))
                {
                    continue;
                }

                if (schema.Base is null)
                {
                    part.AddDerived(schema);
                }
                else if (!IsAncestor(part, schema.Base))
                {
                    diagnostics.Report(
                        Descriptors.Degraded, schema.Node, $"A schema that extends both '{schema.Base.ComponentName}' and '{part.ComponentName}'",
                        $"as a '{part.ComponentName}' it is an unknown value that keeps its members");
                }
            }
        }
    }

    private static Dictionary<Schema, List<Schema>> Extenders(List<Schema> named)
    {
        var extenders = new Dictionary<Schema, List<Schema>>();
        foreach (Schema schema in named)
        {
            foreach (Schema part in Parts(schema))
            {
                if (!extenders.TryGetValue(part, out List<Schema>? list))
                {
                    extenders.Add(part, list = []);
                }

                list.Add(schema);
            }
        }

        return extenders;
    }

    /// <summary>The named schemas that a schema includes. A nullable reference to one schema only is another name for it.</summary>
    private static List<Schema> Parts(Schema schema)
    {
        var parts = new List<Schema>();
        if (schema.ComponentName is null || (schema.AllOf.Length == 1 && schema.IsNullable && !schema.HasProperties))
        {
            return parts;
        }

        if (schema.IsExtension && schema.Target is { ComponentName: not null } target)
        {
            parts.Add(target);
        }

        foreach (Schema part in schema.AllOf)
        {
            if (Named(part) is { ComponentName: not null } named && !ReferenceEquals(named, schema))
            {
                parts.Add(named);
            }
        }

        return parts;
    }

    /// <summary>The target of a reference, and not another name for it, such as a component that is nothing but a reference to a file.</summary>
    private static Schema? Named(Schema part)
    {
        Schema? named = part.Target;
        for (int i = 0; i < MaxDepth && named is { HasReference: true, IsExtension: false, Target: { } target }; i++)
        {
            named = target;
        }

        return named;
    }

    /// <summary>Whether alternatives are schemas that extend the one that lists them: its derived schemas, not a choice of its own.</summary>
    private static bool AllExtend(Schema[] alternatives, Schema schema)
    {
        foreach (Schema alternative in alternatives)
        {
            if (Named(alternative) is not { } target || !Extends(target, schema, depth: 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Extends(Schema schema, Schema other, int depth)
    {
        if (depth < 8)
        {
            foreach (Schema part in Parts(schema))
            {
                if (ReferenceEquals(part, other) || Extends(part, other, depth + 1))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsAncestor(Schema schema, Schema of)
    {
        Schema? ancestor = of;
        for (int i = 0; i <= MaxDepth && ancestor is not null; i++)
        {
            if (ReferenceEquals(ancestor, schema))
            {
                return true;
            }

            ancestor = ancestor.Base;
        }

        return ancestor is not null;
    }
}
