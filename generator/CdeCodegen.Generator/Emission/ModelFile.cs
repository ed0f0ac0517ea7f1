using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints a file of models, and the parts that models of every kind share.</summary>
internal static class ModelFile
{
    public const string Serialization = "global::System.Text.Json.Serialization.";

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

    /// <summary>Prints the attribute that makes System.Text.Json write and read a type as the client does.</summary>
    /// <param name="w">The file.</param>
    /// <param name="converter">The converter of the runtime.</param>
    /// <param name="arguments">Its type arguments, the type first or last.</param>
    public static void PrintConverter(SourceWriter w, string converter, string arguments) =>
        w.Line($"[{Serialization}JsonConverter(typeof({TypeNames.Generated}{converter}<{arguments}>))]");

    /// <summary>Prints the member of <c>IApiUnion</c>.</summary>
    /// <param name="w">The file.</param>
    /// <param name="type">The union or the class.</param>
    /// <param name="reader">How the file refers to <c>JsonReader</c>.</param>
    /// <param name="value">The expression that reads a value.</param>
    public static void PrintUnionReader(SourceWriter w, string type, string reader, string value)
    {
        w.Gap();
        w.Line($"static {type} {UnionOf(type)}.Read(ref {reader} {JsonReading.Reader}) => {value};");
    }

    /// <summary>The interface of a type that is read as one of several.</summary>
    public static string UnionOf(string type) => TypeNames.Generated + "IApiUnion<" + type + ">";

    public static SelectionPrinter SelectionOf(SourceWriter w, ModelsUnit unit, SelectionModel selection, JsonReading reading, HashSet<string> members) => new(
        w,
        selection,
        reading,
        Import("JsonShape", unit.Hidden, members),
        Import("JsonRule", unit.Hidden, members),
        Import("JsonTokens", unit.Hidden, members));

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
                case ObjectModel @object: ObjectPrinter.Print(w, unit, facts, @object); break;
                case EnumModel @enum: EnumPrinter.Print(w, unit, @enum); break;
                case UnionModel union: UnionPrinter.Print(w, unit, facts, union); break;
            }
        }
    }

    /// <summary>Prints the reader of a response body of this type.</summary>
    /// <param name="w">The file.</param>
    /// <param name="type">The type that the file declares.</param>
    /// <param name="value">The expression that reads a value from <see cref="JsonReading.Reader"/>.</param>
    /// <param name="hides">Whether a base class has one.</param>
    public static void PrintBodyReader(SourceWriter w, TypeModel type, string value, bool hides = false)
    {
        if (type.Has(GeneratedMembers.BodyReader))
        {
            w.Gap();
            w.Line($"internal {(hides ? "new " : "")}static {type.Name} ReadBody({TypeNames.Generated}ApiResponse response) =>");
            w.Right();
            w.Line($"response.ReadJson(static (ref {TypeNames.Generated}JsonReader {JsonReading.Reader}) => {value});");
            w.Left();
        }
    }

    /// <summary>Prints the readers of a list and of a map of the type. They stand with the item type, so that the places which hold one share them.</summary>
    public static void PrintCollectionReaders(
        SourceWriter w, TypeModel type, TypeRef item, JsonReading reading, GeneratedMembers inherited = GeneratedMembers.None)
    {
        if (type.Has(GeneratedMembers.ListReader))
        {
            reading.PrintReader(w, Access(GeneratedMembers.ListReader), "ReadList", new TypeRef(TypeKind.List, Item: item));
        }

        if (type.Has(GeneratedMembers.MapReader))
        {
            reading.PrintReader(w, Access(GeneratedMembers.MapReader), "ReadMap", new TypeRef(TypeKind.Map, Item: item));
        }

        string Access(GeneratedMembers member) => (inherited & member) != 0 ? "internal new" : "internal";
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
