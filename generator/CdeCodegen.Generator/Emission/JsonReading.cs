using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Makes the code that reads a value. A variable <see cref="Reader"/> of type <c>JsonReader</c> must be in scope, positioned before the value.</summary>
/// <param name="names">The names of types in the file.</param>
/// <param name="members">Members of the enclosing type that hide types of the same name in expressions.</param>
/// <param name="jsonValues">How the file refers to the runtime's <c>JsonValues</c>.</param>
/// <param name="jsonReader">How it refers to <c>JsonReader</c>.</param>
/// <param name="jsonItems">How it refers to <c>JsonItems</c>.</param>
internal sealed class JsonReading(TypeNames names, HashSet<string> members, string jsonValues, string jsonReader, string jsonItems)
{
    /// <summary>The variable that holds the reader.</summary>
    public const string Reader = "reader";

    private const string Argument = "(ref " + Reader + ")";

    public string JsonValues { get; } = jsonValues;

    public string JsonReader { get; } = jsonReader;

    /// <summary>For a file of models.</summary>
    public static JsonReading InModel(ModelsUnit unit, TypeNames names, HashSet<string> members) => new(
        names,
        members,
        ModelFile.Import("JsonValues", unit.Hidden, members),
        ModelFile.Import("JsonReader", unit.Hidden, []),
        ModelFile.Import("JsonItems", unit.Hidden, []));

    /// <summary>For a file that imports nothing.</summary>
    public static JsonReading WithoutImports(TypeNames names) =>
        new(names, [], TypeNames.Generated + "JsonValues", TypeNames.Generated + "JsonReader", TypeNames.Generated + "JsonItems");

    /// <summary>Returns the call of a reader method without other arguments.</summary>
    public static string Call(string method) => method + Argument;

    /// <summary>Returns the expression that reads the value, or null where reading takes statements.</summary>
    public string? Expression(TypeRef type, bool nullable)
    {
        if (JsonMethods.IsScalar(type.Kind))
        {
            return JsonValues + "." + JsonMethods.ReaderOf(type) + (nullable ? "OrNull" : "") + Argument;
        }

        string? value = type.Kind switch
        {
            TypeKind.Enum or TypeKind.Duration => "new " + names.Of(type) + "(" + JsonValues + "." + JsonMethods.Of(type.EnumValue) + Argument + ")",
            TypeKind.Object => "new " + names.Model(type.Name!) + Argument,
            TypeKind.Union => names.Model(type.Name!, members) + ".ReadFrom" + Argument,
            TypeKind.List when type is { IsItemNullable: false, Item: { IsNamed: true } item } => names.Model(item.Name!, members) + ".ReadList" + Argument,
            TypeKind.List when type is { IsItemNullable: false, Item: { } item } && JsonMethods.IsListable(item) =>
                JsonValues + "." + JsonMethods.ListOf(item.Kind) + Argument,
            TypeKind.Map when type is { IsItemNullable: false, Item: { IsNamed: true } item } => names.Model(item.Name!, members) + ".ReadMap" + Argument,
            _ => null,
        };
        return nullable && value is not null ? NullOr(value, type) : value;
    }

    /// <summary>Returns the expression that reads JSON null as null, and otherwise is the given one.</summary>
    public string NullOr(string value, TypeRef type) => JsonValues + ".NotNull" + Argument + " ? " + value + " : " + Null(type);

    /// <summary>Returns null as a value of the type. A bare <c>null</c> would be a null string, which converts to an enumeration.</summary>
    public string Null(TypeRef type) => type.IsWrapped ? "default(" + names.Of(type, nullable: true) + ")" : "null";

    /// <summary>Prints a static method that reads a list or a map.</summary>
    public void PrintReader(SourceWriter w, string access, string name, TypeRef type)
    {
        w.Gap();
        w.Line($"{access} static {names.Of(type)} {name}(ref {JsonReader} {Reader})");
        w.Open();
        string value = PrintLoop(w, type);
        w.GapAfterBlock();
        w.Line($"return {value};");
        w.Close();
    }

    /// <summary>Prints the loop that fills a list or a map, and returns the expression for what the loop has collected.</summary>
    private string PrintLoop(SourceWriter w, TypeRef type, int depth = 1)
    {
        TypeRef item = type.Item!;
        bool isList = type.Kind == TypeKind.List;
        string suffix = depth == 1 ? "" : Literals.Number(depth);
        string variable = (isList ? "list" : "map") + suffix;
        string collected = isList ? variable + ".ToList()" : variable;
        string key = "key" + suffix;
        string collection = isList ? jsonItems + "<" + names.Of(item, type.IsItemNullable) + ">" : names.NewMapOf(item, type.IsItemNullable);
        w.Line($"var {variable} = new {collection}();");
        string start = JsonValues + (isList ? ".StartArray" : ".StartMap") + Argument;
        string next = JsonValues + (isList ? ".NextItem" + Argument : ".NextEntry(ref " + Reader + ", out string " + key + ")");
        w.Line($"for ({start}; {next};)");
        w.Open();
        if (Expression(item, type.IsItemNullable) is { } expression)
        {
            w.Line(Add(expression));
        }
        else
        {
            if (type.IsItemNullable)
            {
                w.Line($"if (!{JsonValues}.NotNull{Argument})");
                w.Open();
                w.Line(Add("null"));
                w.Line("continue;");
                w.Close();
                w.GapAfterBlock();
            }

            string value = PrintLoop(w, item, depth + 1);
            w.GapAfterBlock();
            w.Line(Add(value));
        }

        w.Close();
        return collected;

        string Add(string value) => isList ? variable + ".Add(" + value + ");" : variable + "[" + key + "] = " + value + ";";
    }
}
