using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <summary>
/// Finds the schemas of further files that can belong to a hierarchy. A schema that extends one with a <c>discriminator</c> counts although no reference
/// leads to it, so these files are opened at once, if there is a discriminator at all.
/// </summary>
internal sealed class FurtherSchemas(SpecFiles files, ReferenceResolver resolver, SchemaSet schemas)
{
    private readonly List<Schema> _found = [];

    public static List<Schema> Of(SpecFiles files, ReferenceResolver resolver, SchemaSet schemas)
    {
        var further = new FurtherSchemas(files, resolver, schemas);
        if (files.Others.Count > 0 && further.IsAnyPolymorphic())
        {
            further.Collect();
        }

        return further._found;
    }

    private bool IsAnyPolymorphic()
    {
        if (files.Main.Mentions("discriminator"))
        {
            return true;
        }

        foreach (SpecFile file in files.Others)
        {
            if (file.Mentions("discriminator"))
            {
                return true;
            }
        }

        return false;
    }

    private void Collect()
    {
        foreach (SpecFile file in files.Others)
        {
            if (SpecPath.IsDocument(file.Path) && (file.Mentions("allOf") || file.Mentions("discriminator")) && resolver.TryOpen(file)
                && file.Root is { Kind: SpecKind.Object } root)
            {
                AddAll(root);
            }
        }
    }

    /// <summary>Adds the schemas that a file names: itself, its components and definitions, or its members, if it is only a list of schemas.</summary>
    private void AddAll(SpecNode root)
    {
        bool isSchema = Add(root, "");
        AddMembers(root["components"]?["schemas"], "/components/schemas/");
        AddMembers(root["definitions"], "/definitions/");
        AddMembers(root["$defs"], "/$defs/");
        AddMembers(root["schemas"], "/schemas/");
        if (!isSchema && (root["components"] ?? root["paths"] ?? root["properties"]) is null)
        {
            AddMembers(root, "/");
        }
    }

    private void AddMembers(SpecNode? named, string pointer)
    {
        foreach (SpecMember member in named?.Members ?? [])
        {
            Add(member.Value, pointer + SpecPointer.Escape(member.Name));
        }
    }

    private bool Add(SpecNode node, string pointer)
    {
        bool canExtend = node["discriminator"] is not null || (node["allOf"] is { Kind: SpecKind.Array } parts && HasReference(parts));
        if (canExtend && schemas.Name(node, pointer) is { ComponentName: not null } schema)
        {
            _found.Add(schema);
        }

        return canExtend;
    }

    private static bool HasReference(SpecNode parts)
    {
        foreach (SpecNode part in parts.Items)
        {
            if (part["$ref"] is not null)
            {
                return true;
            }
        }

        return false;
    }
}
