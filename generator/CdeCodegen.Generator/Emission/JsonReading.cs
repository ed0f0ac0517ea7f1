using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints how a value is read from <c>r</c>, a <c>JsonReader</c> that stands before it.</summary>
/// <param name="names">The file's types.</param>
/// <param name="members">Members of the type that the text stands in: they hide types in expressions.</param>
/// <param name="jsonIn">What the file calls the runtime's <c>JsonValues</c>.</param>
/// <param name="jsonReader">What it calls the <c>JsonReader</c>.</param>
internal sealed class JsonReading(TypeNames names, HashSet<string> members, string jsonIn, string jsonReader)
{
    public string JsonValues { get; } = jsonIn;

    public string JsonReader { get; } = jsonReader;

    /// <summary>For a file of a model.</summary>
    public static JsonReading InModel(ModelsUnit unit, TypeNames names, HashSet<string> members) =>
        new(names, members, ModelFile.Import("JsonValues", unit.Hidden, members), ModelFile.Import("JsonReader", unit.Hidden, []));

    /// <summary>The expression that reads the value, or null where it takes statements.</summary>
    public string? Expression(TypeRef type, bool nullable)
    {
        if (JsonMethods.IsScalar(type.Kind))
        {
            return JsonValues + "." + JsonMethods.ReaderOf(type) + (nullable ? "OrNull(ref r)" : "(ref r)");
        }

        string? value = type.Kind switch
        {
            TypeKind.Enum => "new " + names.Model(type.Name!) + "(" + JsonValues + "." + JsonMethods.Of(type.EnumValue) + "(ref r))",
            TypeKind.Object => "new " + names.Model(type.Name!) + "(ref r)",
            TypeKind.Union => names.Model(type.Name!, members) + ".ReadFrom(ref r)",
            TypeKind.List when type is { IsItemNullable: false, Item: { IsNamed: true } item } => names.Model(item.Name!, members) + ".ReadList(ref r)",
            TypeKind.List when type is { IsItemNullable: false, Item: { } item } && JsonMethods.IsListable(item) => JsonValues + "." + JsonMethods.ListOf(item.Kind) + "(ref r)",
            TypeKind.Map when type is { IsItemNullable: false, Item: { IsNamed: true } item } => names.Model(item.Name!, members) + ".ReadMap(ref r)",
            _ => null,
        };
        return nullable && value is not null ? NullOr(value, type) : value;
    }

    /// <summary>The expression that takes JSON null for null.</summary>
    public string NullOr(string value, TypeRef type) => JsonValues + ".NotNull(ref r) ? " + value + " : " + Null(type);

    /// <summary>Null as a value of the type. For an enumeration, a bare <c>null</c> would be the null string, which converts to it.</summary>
    public string Null(TypeRef type) => type.Kind == TypeKind.Enum ? "default(" + names.Of(type, nullable: true) + ")" : "null";

    /// <summary>A static method that reads what takes statements.</summary>
    public void Helper(SourceWriter w, string modifiers, string name, TypeRef type)
    {
        w.Gap();
        w.Line($"{modifiers} {names.Of(type)} {name}(ref {JsonReader} r)");
        w.Open();
        string value = Collect(w, type);
        w.Line($"return {value};");
        w.Close();
    }

    /// <summary>Prints the loop that fills a list or a map, and returns the expression that is what it collected.</summary>
    public string Collect(SourceWriter w, TypeRef type, int depth = 1)
    {
        TypeRef item = type.Item!;
        bool isList = type.Kind == TypeKind.List;
        string suffix = depth == 1 ? "" : Literals.Number(depth);
        string variable = (isList ? "list" : "map") + suffix;
        string collected = isList ? variable + ".ToList()" : variable;
        string key = "key" + suffix;
        w.Line($"var {variable} = new {(isList ? names.NewListOf(item, type.IsItemNullable) : names.NewMapOf(item, type.IsItemNullable))}();");
        string start = JsonValues + (isList ? ".StartArray(ref r)" : ".StartMap(ref r)");
        string next = JsonValues + (isList ? ".NextItem(ref r)" : ".NextEntry(ref r, out string " + key + ")");
        if (Expression(item, type.IsItemNullable) is { } expression)
        {
            w.Line($"for ({start}; {next};) {Add(expression)}");
            return collected;
        }

        w.Line($"for ({start}; {next};)");
        w.Open();
        if (type.IsItemNullable)
        {
            w.Line($"if (!{JsonValues}.NotNull(ref r))");
            w.Open();
            w.Line(Add("null"));
            w.Line("continue;");
            w.Close();
            w.Gap();
        }

        w.Line(Add(Collect(w, item, depth + 1)));
        w.Close();
        return collected;

        string Add(string value) => isList ? variable + ".Add(" + value + ");" : variable + "[" + key + "] = " + value + ";";
    }
}
