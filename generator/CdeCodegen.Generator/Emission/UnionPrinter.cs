using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// Prints a oneOf or anyOf: an abstract class with a nested case for each alternative, which holds it as <c>Value</c>, and the case
/// <c>Unknown</c> for values that match no alternative. Only the nested cases can derive from it.
/// </summary>
internal sealed class UnionPrinter
{
    private const string Element = "global::System.Text.Json.JsonElement";

    private readonly SourceWriter _w;
    private readonly ModelsUnit _unit;
    private readonly UnionModel _type;
    private readonly TypeNames _names;
    private readonly HashSet<string> _nested;
    private readonly JsonReading _reading;
    private readonly SelectionPrinter _selection;

    /// <summary>The table of shapes.</summary>
    private readonly string _shapes;

    /// <summary>The methods that read alternatives which take statements, by case.</summary>
    private readonly Dictionary<string, string> _readers = new(StringComparer.Ordinal);

    private UnionPrinter(SourceWriter w, ModelsUnit unit, UnionModel type)
    {
        _w = w;
        _unit = unit;
        _type = type;
        _nested = new(StringComparer.Ordinal) { "Unknown" };
        foreach (UnionCaseModel @case in type.Selection.Cases)
        {
            _nested.Add(@case.Name);
        }

        _names = TypeNames.InModels(unit.Context, _nested);
        var hiding = new HashSet<string>(_nested, StringComparer.Ordinal);
        _reading = JsonReading.InModel(unit, _names, hiding);
        var taken = new HashSet<string>(_nested, StringComparer.Ordinal) { type.Name, "ReadFrom", "ReadEvent", "ReadList", "ReadMap", "ReadBody", "WriteTo" };
        _shapes = FreshName.For("Shapes", taken);
        hiding.Add(_shapes);
        _selection = ModelFile.SelectionOf(w, unit, type.Selection, _reading, _nested);
        foreach (UnionCaseModel @case in type.Selection.Cases)
        {
            if (type.Has(GeneratedMembers.Reader) && _reading.Expression(@case.Type, nullable: false) is null)
            {
                string reader = FreshName.For("Read" + @case.Name, taken);
                _readers.Add(@case.Name, reader);
                hiding.Add(reader);
            }
        }
    }

    public static void Print(SourceWriter w, ModelsUnit unit, EmissionFacts facts, UnionModel type) => new UnionPrinter(w, unit, type).Print(facts);

    private void Print(EmissionFacts facts)
    {
        Docs.Write(_w, _type.Doc);
        ModelFile.PrintConverter(_w, "ApiUnionConverter", _type.Name);
        string kind = facts.Closed ? "closed" : "abstract";
        _w.Line($"{ModelFile.Access(_unit)} {kind} partial class {_type.Name} : {ModelFile.UnionOf(_type.Name)}");
        _w.Open();
        if (_type.Has(GeneratedMembers.Reader) && _selection.HasShapes && !_type.IsByEvent)
        {
            _selection.PrintShapes(_shapes);
        }

        _w.Gap();
        _w.Line($"private {_type.Name}() {{ }}");
        foreach (UnionCaseModel @case in _type.Selection.Cases)
        {
            _w.Gap();
            Docs.Write(_w, @case.Doc);
            PrintCase(@case.Name, _names.Of(@case.Type));
        }

        _w.Gap();
        _w.Line("/// <summary>A value that matches no documented alternative.</summary>");
        PrintCase("Unknown", Element);
        PrintConversions();
        if (_type.Has(GeneratedMembers.Reader))
        {
            if (_type.IsByEvent)
            {
                PrintEventReader();
            }
            else
            {
                PrintReader();
            }
        }

        if (_type.Has(GeneratedMembers.Writer))
        {
            PrintWriter();
        }

        ModelFile.PrintCollectionReaders(_w, _type, new TypeRef(TypeKind.Union, _type.Name), _reading);
        ModelFile.PrintBodyReader(_w, _type, JsonReading.Call("ReadFrom"));
        foreach (UnionCaseModel @case in _type.Selection.Cases)
        {
            if (_readers.TryGetValue(@case.Name, out string? reader))
            {
                _reading.PrintReader(_w, "private", reader, @case.Type);
            }
        }

        _w.Close();
    }

    private void PrintCase(string name, string value)
    {
        ModelFile.PrintConverter(_w, "ApiCaseConverter", _type.Name + ", " + name);
        _w.Line($"public sealed class {name}({value} value) : {_type.Name}");
        _w.Open();
        _w.Line($"public {value} Value {{ get; }} = value;");
        _w.Close();
    }

    /// <summary>Prints a conversion from each alternative. C# allows none from an interface, and none from two alternatives of one type.</summary>
    private void PrintConversions()
    {
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (UnionCaseModel @case in _type.Selection.Cases)
        {
            string value = _names.Of(@case.Type);
            uses.TryGetValue(value, out int count);
            uses[value] = count + 1;
        }

        foreach (UnionCaseModel @case in _type.Selection.Cases)
        {
            bool isInterface = @case.Type.Kind is TypeKind.List or TypeKind.Map;
            bool isSelf = @case.Type.IsNamed && @case.Type.Name == _type.Name;
            string value = _names.Of(@case.Type);
            if (!isInterface && !isSelf && uses[value] == 1)
            {
                _w.Gap();
                _w.Line($"public static implicit operator {_type.Name}({value} value) => new {@case.Name}(value);");
            }
        }
    }

    private void PrintReader()
    {
        string unknown = "new Unknown(" + JsonReading.Call(_reading.JsonValues + ".Element") + ")";
        _w.Gap();
        _w.Line($"internal static {_type.Name} ReadFrom(ref {_reading.JsonReader} {JsonReading.Reader})");
        _w.Open();
        _selection.Print(_shapes, New, unknown);
        _w.Close();
        ModelFile.PrintUnionReader(_w, _type.Name, _reading.JsonReader, JsonReading.Call("ReadFrom"));

        string New(UnionCaseModel @case) =>
            "new " + @case.Name + "(" + (_reading.Expression(@case.Type, nullable: false) ?? JsonReading.Call(_readers[@case.Name])) + ")";
    }

    /// <summary>Prints the reader of an event's data, which the name of the event selects.</summary>
    private void PrintEventReader()
    {
        _w.Gap();
        _w.Line($"internal static {_type.Name} ReadEvent({TypeNames.Generated}ApiEvent data) => data.EventType switch");
        _w.Open();
        string others = "new Unknown(data.Element())";
        foreach (UnionCaseModel @case in _type.Selection.Cases)
        {
            string value = "new " + @case.Name + "(" + Data(@case) + ")";
            if (@case.DiscriminatorValues.Count == 0)
            {
                others = value;
                continue;
            }

            var labels = new List<string>();
            foreach (string name in @case.DiscriminatorValues)
            {
                labels.Add(Literals.Quote(name));
            }

            _w.Line($"{string.Join(" or ", labels)} => {value},");
        }

        _w.Line($"_ => {others},");
        _w.Left();
        _w.Line("};");

        // A serializer has no name of an event.
        ModelFile.PrintUnionReader(_w, _type.Name, _reading.JsonReader, "new Unknown(" + JsonReading.Call(_reading.JsonValues + ".Element") + ")");

        string Data(UnionCaseModel @case) => @case.Type.Kind == TypeKind.String
            ? "data.Text()"
            : "data.Json(static (ref " + _reading.JsonReader + " " + JsonReading.Reader + ") => "
                + (_reading.Expression(@case.Type, nullable: false) ?? JsonReading.Call(_readers[@case.Name])) + ")";
    }

    private void PrintWriter()
    {
        JsonWriting json = JsonWriting.Plain;
        _w.Gap();
        _w.Line($"internal void WriteTo({ModelFile.Import("JsonWriter", _unit.Hidden, _nested)} {json.Writer})");
        _w.Open();
        _w.Line("switch (this)");
        _w.Open();
        foreach (UnionCaseModel @case in _type.Selection.Cases)
        {
            if (@case.Type.Kind is not (TypeKind.List or TypeKind.Map))
            {
                _w.Line($"case {@case.Name} value: {json.Statement(@case.Type, "value.Value")} break;");
                continue;
            }

            _w.Line($"case {@case.Name} value:");
            _w.Right();
            json.Value(_w, @case.Type, "value.Value");
            _w.Line("break;");
            _w.Left();
        }

        _w.Line($"case Unknown value: {json.Writer}.Element(value.Value); break;");
        _w.Close();
        _w.Close();
    }
}
