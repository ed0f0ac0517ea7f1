using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>What the files of all models have in common.</summary>
internal static class ModelFile
{
    public static string Access(SourceUnit unit) => unit.Context.IsPublic ? "public" : "internal";

    /// <summary>What the file calls one of <see cref="TypeNames.ModelImports"/>: in full where a model or a member has that name.</summary>
    public static string Import(string name, EquatableArray<string> hidden, HashSet<string> members)
    {
        bool isHidden = members.Contains(name);
        foreach (string other in hidden)
        {
            isHidden |= other == name;
        }

        return isHidden ? TypeNames.Generated + name : name;
    }

    /// <summary>Aliases for what the file uses; what is written in full needs none.</summary>
    public static void Imports(SourceWriter w, params string?[] names)
    {
        bool any = false;
        foreach (string? name in names)
        {
            if (name is not null && TypeNames.IsImportedInModels(name))
            {
                w.Line($"using {name} = {TypeNames.Generated}{name};");
                any = true;
            }
        }

        if (any)
        {
            w.Line();
        }
    }

    /// <summary>The readers of a list and of a map of the type, once and here instead of at each place that holds one.</summary>
    public static void CollectionReaders(SourceWriter w, TypeModel type, TypeKind kind, JsonReading reading, TypeKind enumValue = TypeKind.String)
    {
        var item = new TypeRef(kind, type.Name, EnumValue: enumValue);
        if (type.Reads && type.InList)
        {
            reading.ListReader(w, item);
        }

        if (type.Reads && type.InMap)
        {
            reading.MapReader(w, item);
        }
    }
}
