using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints a file of models, and the parts that models of every kind share.</summary>
internal static class ModelFile
{
    public static string Access(SourceUnit unit) => unit.Context.IsPublic ? "public" : "internal";

    /// <summary>Returns how a file refers to an imported type of the runtime: by its full name where a model or a member has the same name.</summary>
    public static string Import(string name, EquatableArray<string> hidden, HashSet<string> members)
    {
        bool isHidden = members.Contains(name);
        foreach (string other in hidden)
        {
            isHidden |= other == name;
        }

        return isHidden ? TypeNames.Generated + name : name;
    }

    /// <summary>Prints the types of one file, owners before their parts.</summary>
    public static void Print(SourceWriter w, ModelsUnit unit, EmissionFacts facts)
    {
        if (NeedsImport(unit))
        {
            w.Line("using global::CdeCodegen.Runtime.Generated;");
            w.Line();
        }

        for (int i = 0; i < unit.Types.Count; i++)
        {
            if (i > 0)
            {
                w.Line();
            }

            switch (unit.Types[i])
            {
                case ObjectModel @object: ObjectPrinter.Print(w, unit, @object); break;
                case EnumModel @enum: EnumPrinter.Print(w, unit, @enum); break;
                case UnionModel union: UnionPrinter.Print(w, unit, facts, union); break;
            }
        }
    }

    /// <summary>Prints the reader of a response body of this type.</summary>
    /// <param name="w">The file.</param>
    /// <param name="type">The type that the file declares.</param>
    /// <param name="value">The expression that reads a value from <see cref="JsonReading.Reader"/>.</param>
    public static void PrintBodyReader(SourceWriter w, TypeModel type, string value)
    {
        if (type.Has(GeneratedMembers.BodyReader))
        {
            w.Gap();
            w.Line($"internal static {type.Name} ReadBody({TypeNames.Generated}ApiResponse response) =>");
            w.Right();
            w.Line($"response.ReadJson(static (ref {TypeNames.Generated}JsonReader {JsonReading.Reader}) => {value});");
            w.Left();
        }
    }

    /// <summary>Prints the readers of a list and of a map of the type. They stand with the item type, so that the places which hold one share them.</summary>
    public static void PrintCollectionReaders(SourceWriter w, TypeModel type, TypeRef item, JsonReading reading)
    {
        if (type.Has(GeneratedMembers.ListReader))
        {
            reading.PrintReader(w, "internal", "ReadList", new TypeRef(TypeKind.List, Item: item));
        }

        if (type.Has(GeneratedMembers.MapReader))
        {
            reading.PrintReader(w, "internal", "ReadMap", new TypeRef(TypeKind.Map, Item: item));
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
}
