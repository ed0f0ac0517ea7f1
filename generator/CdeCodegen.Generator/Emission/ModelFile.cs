using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>What the files of all models have in common.</summary>
internal static class ModelFile
{
    public static string Access(SourceUnit unit) => unit.Context.IsPublic ? "public" : "internal";

    /// <summary>What the file calls a type of the runtime that it imports: in full where a model or a member has that name.</summary>
    public static string Import(string name, EquatableArray<string> hidden, HashSet<string> members)
    {
        bool isHidden = members.Contains(name);
        foreach (string other in hidden)
        {
            isHidden |= other == name;
        }

        return isHidden ? TypeNames.Generated + name : name;
    }

    /// <summary>The types of one file, owners before their parts.</summary>
    public static void Print(SourceWriter w, ModelsUnit unit, EmissionFacts facts)
    {
        if (NeedsImport(unit))
        {
            w.Line("using global::CdeCodegen.Runtime.Generated;");
        }

        foreach (TypeModel type in unit.Types)
        {
            w.Line();
            switch (type)
            {
                case ObjectModel @object: ObjectPrinter.Print(w, unit, @object); break;
                case EnumModel @enum: EnumPrinter.Print(w, unit, @enum); break;
                case UnionModel union: UnionPrinter.Print(w, unit, facts, union); break;
            }
        }
    }

    private static bool NeedsImport(ModelsUnit unit)
    {
        foreach (TypeModel type in unit.Types)
        {
            if (type is not EnumModel || type.Has(GeneratedMembers.ListReader | GeneratedMembers.MapReader))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The reader of a response whose body is of the type that the file declares.</summary>
    public static void PrintBodyReader(SourceWriter w, TypeModel type, string expression)
    {
        if (type.Has(GeneratedMembers.BodyReader))
        {
            w.Gap(compact: true);
            w.Line($"internal static {type.Name} ReadBody({TypeNames.Generated}ApiResponse response) => response.StartJson(out var r).EndJson(ref r, {expression});");
        }
    }

    /// <summary>The readers of a list and of a map of the type, once and here instead of at each place that holds one.</summary>
    public static void PrintCollectionReaders(SourceWriter w, TypeModel type, TypeRef item, JsonReading reading)
    {
        if (type.Has(GeneratedMembers.ListReader))
        {
            reading.Helper(w, "internal static", "ReadList", new TypeRef(TypeKind.List, Item: item));
        }

        if (type.Has(GeneratedMembers.MapReader))
        {
            reading.Helper(w, "internal static", "ReadMap", new TypeRef(TypeKind.Map, Item: item));
        }
    }
}
