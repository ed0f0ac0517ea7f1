using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// Prints a JSON object: a <c>partial class</c> with a constructor that reads it and a method that writes it. In a hierarchy, a class that others extend
/// also has the method that selects one of them, and the nested class of unknown values.
/// </summary>
internal sealed partial class ObjectPrinter
{
    /// <summary>
    /// The number of cases of a switch. The compiler's work on a switch grows with the square of its cases: 20,000 take 30 seconds and 6 GB. Larger ones are
    /// divided.
    /// </summary>
    private const int LargestSwitch = 256;

    private static readonly string[] s_generatedMembers = ["ReadFrom", "ReadList", "ReadMap", "ReadBody", "WriteTo", "WriteParts", "Unknown"];

    private readonly SourceWriter _w;
    private readonly ModelsUnit _unit;
    private readonly ObjectModel _type;
    private readonly TypeNames _names;
    private readonly JsonReading _reading;
    private readonly HashSet<string> _members;

    /// <summary>The table of JSON names.</summary>
    private readonly string _table;

    /// <summary>The table of shapes, for classes that share a value of the discriminator.</summary>
    private readonly string _shapes;

    private readonly SerializedNames _serialized;
    private readonly ObjectPrinter? _owner;

    /// <summary>The methods that read members which take statements, by property.</summary>
    private readonly Dictionary<string, string> _readers = new(StringComparer.Ordinal);

    /// <param name="owner">For the nested class of unknown values, the class that contains it and whose members it sees; otherwise null.</param>
    private ObjectPrinter(SourceWriter w, ModelsUnit unit, ObjectModel type, ObjectPrinter? owner)
    {
        _w = w;
        _unit = unit;
        _type = type;
        _owner = owner;
        _serialized = new SerializedNames(type.Properties);
        _names = TypeNames.InModels(unit.Context, IsInHierarchy ? ["Unknown"] : null);
        _members = new(StringComparer.Ordinal);
        var hiding = new HashSet<string>(StringComparer.Ordinal);
        foreach (PropertyModel property in type.Properties)
        {
            _members.Add(property.Name);
            if (HidesModel(property))
            {
                hiding.Add(property.Name);
            }

            if (property.Default is { } value)
            {
                _members.Add(value.Name);
                hiding.Add(value.Name);
            }
        }

        foreach (string name in s_generatedMembers)
        {
            _members.Add(name);
        }

        _members.Add(type.Name);
        if (type.Additional is { } additional)
        {
            _members.Add(additional.PropertyName);
        }

        string part = owner is null ? "" : type.Name; // a private member of the owner would be hidden
        _table = FreshName.For(part + "Names", _members);
        _shapes = FreshName.For("Shapes", _members);
        hiding.Add(_table);
        hiding.Add(_shapes);
        _reading = JsonReading.InModel(unit, _names, hiding);
        foreach (PropertyModel property in type.Properties)
        {
            if (IsRead(property))
            {
                AddReader(property.Name, property.Type);
            }
        }

        if (JsonAdditional is { } map)
        {
            AddReader(map.PropertyName, map.Type);
        }

        void AddReader(string property, TypeRef value)
        {
            if (IsReadHere && _reading.Expression(value, nullable: false) is null)
            {
                string reader = FreshName.For("Read" + part + property, _members);
                _readers.Add(property, reader);
                hiding.Add(reader);
            }
        }
    }

    public static void Print(SourceWriter w, ModelsUnit unit, EmissionFacts facts, ObjectModel type) => new ObjectPrinter(w, unit, type, owner: null).Print(facts);

    /// <summary>Whether nested types of a base are visible.</summary>
    private bool IsInHierarchy => _type.Base is not null || _type.IsExtended;

    /// <summary>Whether the class is read as itself, not only through the classes that extend it.</summary>
    private bool IsReadHere => _type.Has(GeneratedMembers.Reader) && !_type.IsAbstract;

    private void Print(EmissionFacts facts)
    {
        Docs.Write(_w, _type.Doc);
        bool hides = _owner is not null && _type.Inherits(GeneratedMembers.Unknown);
        string kind = !_type.IsExtended ? "sealed " : !_type.IsAbstract ? "" : facts.Closed ? "closed " : "abstract ";
        string access = (_owner is not null ? "public " : ModelFile.Access(_unit) + " ") + (hides ? "new " : "");
        string bases = (_type.Base is { } @base ? " : " + _names.Model(@base) : "")
            + (_type.Selection is null ? "" : (_type.Base is null ? " : " : ", ") + ModelFile.UnionOf(_type.Name));
        ModelFile.PrintConverter(_w, _type.Selection is null ? "ApiModelConverter" : "ApiUnionConverter", _type.Name);
        _w.Line($"{access}{kind}{(_owner is null ? "partial " : "")}class {_type.Name}{bases}");
        _w.Open();
        if (!_type.IsAbstract && _type.Has(GeneratedMembers.Reader | GeneratedMembers.Writer))
        {
            PrintNames();
        }

        PrintConstructors();
        foreach (PropertyModel property in _type.Properties)
        {
            if (!property.IsInherited)
            {
                PrintProperty(property);
            }
        }

        if (_type.Additional is { } additional && !_type.IsAdditionalInherited)
        {
            PrintAdditional(additional);
        }

        if (_type.Selection is { } selection && _type.Has(GeneratedMembers.Reader))
        {
            PrintSelection(selection);
        }

        if (IsReadHere)
        {
            PrintReader();
        }

        if (_type.Has(GeneratedMembers.Writer))
        {
            PrintWriter();
        }

        if (_type.Has(GeneratedMembers.PartsWriter))
        {
            PartsPrinter.Print(_w, _type);
        }

        TypeKind self = _type.Selection is null ? TypeKind.Object : TypeKind.Union;
        ModelFile.PrintCollectionReaders(_w, _type, new TypeRef(self, _type.Name), _reading, _type.Inherited);
        ModelFile.PrintBodyReader(
            _w, _type, JsonReading.Call(_type.Selection is null ? "new " + _type.Name : "ReadFrom"), _type.Inherits(GeneratedMembers.BodyReader));
        foreach (PropertyModel property in _type.Properties)
        {
            PrintMemberReader(property.Name, property.Type);
        }

        if (JsonAdditional is { } map)
        {
            PrintMemberReader(map.PropertyName, map.Type);
        }

        if (_type.Unknown is { } unknown)
        {
            _w.Gap();
            _w.Line("/// <summary>A value that no documented class fits.</summary>");
            new ObjectPrinter(_w, _unit, unknown, this).Print(facts);
        }

        _w.Close();
    }

    /// <summary>Prints the table of JSON names, in the order of the properties, with a bit for each member that a response must have.</summary>
    private void PrintNames()
    {
        ulong[] required = new ulong[(_type.Properties.Count + 63) / 64];
        bool any = false;
        var list = new System.Text.StringBuilder();
        for (int i = 0; i < _type.Properties.Count; i++)
        {
            PropertyModel property = _type.Properties[i];
            if (property.IsRequiredOnRead && IsRead(property))
            {
                required[i / 64] |= 1UL << (i % 64);
                any = true;
            }

            list.Append(i == 0 ? "" : ", ").Append(Literals.Quote(property.WireName));
        }

        string bits = "";
        if (any)
        {
            bits = required.Length == 1 ? Literals.Bits(required[0]) : "new ulong[] { " + string.Join(", ", Array.ConvertAll(required, Literals.Bits)) + " }";
            bits += ", ";
        }

        _w.Line($"private static readonly {ModelFile.Import("JsonNames", _unit.Hidden, _members)} {_table} = new({bits}{list.ToString()});");
    }

    private void PrintProperty(PropertyModel property)
    {
        _w.Gap(compact: Docs.IsNone(property.Doc));
        Docs.Write(_w, property.Doc);
        string type = property.IsOptional
            ? _names.Of(TypeNames.Runtime, "Optional") + "<" + _names.Of(property.Type) + "?>"
            : _names.Of(property.Type, property.IsNullableMember);
        string body = property switch
        {
            { IsTag: true } => "{ get; private " + (_type.IsExtended ? "protected " : "") + "init; }",
            { Constant: { } constant, IsConstantChecked: true } => "=> " + Literals.Constant(property.Type, constant) + ";",
            { Constant: { } constant } => "{ get; private init; } = " + Literals.Constant(property.Type, constant) + ";",
            { Initial: { } initial } => "{ get; init; } = " + Literals.Constant(property.Type, initial) + ";",
            _ => "{ get; init; }",
        };
        if (_serialized.NeedAttribute(property))
        {
            _w.Line($"[{ModelFile.Serialization}JsonPropertyName({Literals.Quote(property.WireName)})]");
        }

        _w.Line($"public {(property.IsRequiredMember ? "required " : "")}{type} {property.Name} {body}");
        DefaultPrinter.Print(_w, property.Type, property.Default, _names);
    }

    private void PrintAdditional(AdditionalModel additional)
    {
        string map = _names.Of(additional.Type, additional.IsNullable);
        _w.Gap();
        _w.Line("/// <summary>Members that the API's description does not name.</summary>");
        _w.Line($"public global::System.Collections.Generic.IReadOnlyDictionary<string, {map}> {additional.PropertyName} {{ get; init; }}");
        _w.Right();
        _w.Line($"= global::System.Collections.ObjectModel.ReadOnlyDictionary<string, {map}>.Empty;");
        _w.Left();
    }

    private void PrintReader()
    {
        _w.Gap();
        if (AnyRequired())
        {
            _w.Line("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        }

        // Where the discriminator is absent, because the class is known from the context, its value is the constant.
        string chained = SetsTags() ? " : this()" : "";
        _w.Line($"internal {_type.Name}(ref {_reading.JsonReader} {JsonReading.Reader}){chained}");
        _w.Open();
        AdditionalModel? additional = JsonAdditional;
        int cases = 0;
        foreach (PropertyModel property in _type.Properties)
        {
            cases += IsRead(property) ? 1 : 0;
        }

        string next = additional is null ? "Next" : "NextOrOther";
        _w.Line($"for (var member = {JsonReading.Call(_table + ".Start")}; {_table}.{next}(ref {JsonReading.Reader}, ref member);)");
        _w.Open();
        if (cases == 0 && additional is null)
        {
            _w.Line($"{JsonReading.Reader}.Skip();");
        }
        else
        {
            PrintSwitch(cases);
        }

        _w.Close();
        _w.Close();
    }

    private void PrintSwitch(int cases)
    {
        bool isDivided = _type.Properties.Count > LargestSwitch;
        _w.Line(isDivided ? $"switch (member.Index / {LargestSwitch})" : "switch (member.Index)");
        _w.Open();
        for (int i = 0; i < _type.Properties.Count; i++)
        {
            if (isDivided && i % LargestSwitch == 0)
            {
                _w.Line($"case {i / LargestSwitch}:");
                _w.Right();
                _w.Line("switch (member.Index)");
                _w.Open();
            }

            if (IsRead(_type.Properties[i]))
            {
                PrintCase(i, _type.Properties[i]);
            }

            if (isDivided && (i % LargestSwitch == LargestSwitch - 1 || i == _type.Properties.Count - 1))
            {
                PrintOthers(cases);
                _w.Close();
                _w.Line("break;");
                _w.Left();
            }
        }

        if (!isDivided)
        {
            PrintOthers(cases);
        }

        _w.Close();
    }

    /// <summary>Prints the cases of members that are not properties, or that only requests have.</summary>
    private void PrintOthers(int cases)
    {
        if (JsonAdditional is { } additional)
        {
            string name = additional.PropertyName;
            string value = _reading.Expression(additional.Type, additional.IsNullable) ?? JsonReading.Call(_readers[name]);
            _w.Line($"case -1: {name} = {_reading.JsonValues}.Keep({name}, member.Name, {value}); break;");
        }

        if (cases < _type.Properties.Count)
        {
            _w.Line($"default: {JsonReading.Reader}.Skip(); break;");
        }
    }

    private void PrintCase(int index, PropertyModel property)
    {
        if (property is { Constant: { } constant, IsConstantChecked: true })
        {
            string method = _reading.JsonValues + (property.IsNullAccepted ? ".ConstantOrNull(ref " : ".Constant(ref ") + JsonReading.Reader;
            _w.Line($"case {index}: {method}, {Literals.Constant(property.Type, constant)}); break;");
            return;
        }

        if (property.Constant is not null && property is { IsTag: false, IsNullAccepted: true })
        {
            // An absent constant and null mean the same.
            _w.Line($"case {index}: {property.Name} = {_reading.Expression(property.Type, nullable: true)} ?? {property.Name}; break;");
            return;
        }

        string? value = _reading.Expression(property.Type, property.IsNullAccepted);
        if (value is null)
        {
            value = JsonReading.Call(_readers[property.Name]);
            value = property.IsNullAccepted ? _reading.NullOr(value, property.Type) : value;
        }

        // Optional<T> has no conversion from an interface, which lists and maps are.
        _w.Line($"case {index}: {property.Name} = {(property.IsOptional ? "new(" + value + ")" : value)}; break;");
    }

    private void PrintWriter()
    {
        JsonWriting json = JsonWriting.Plain;
        _w.Gap();
        string kind = _type.Inherits(GeneratedMembers.Writer) ? "override " : _type.IsAbstract ? "abstract " : _type.IsExtended ? "virtual " : "";
        string signature = $"internal {kind}void WriteTo({ModelFile.Import("JsonWriter", _unit.Hidden, _members)} {json.Writer})";
        if (_type.IsAbstract)
        {
            _w.Line($"{signature};");
            return;
        }

        _w.Line(signature);
        _w.Open();
        _w.Line($"{json.Writer}.Start();");
        for (int i = 0; i < _type.Properties.Count; i++)
        {
            if (_type.Properties[i].IsWritten && JsonMethods.IsJson(_type.Properties[i].Type))
            {
                _w.GapAfterBlock();
                json.Member(_w, _type.Properties[i], _table + "[" + Literals.Number(i) + "]");
            }
        }

        _w.GapAfterBlock();
        if (JsonAdditional is { Type.Kind: TypeKind.Json, IsNullable: false } any)
        {
            _w.Line($"{json.Writer}.Others({any.PropertyName});");
        }
        else if (JsonAdditional is { } additional)
        {
            _w.Line($"foreach (var entry in {additional.PropertyName})");
            _w.Open();
            _w.Line($"{json.Writer}.Name(entry.Key);");
            if (additional.IsNullable)
            {
                json.NullableValue(_w, additional.Type, "entry.Value", depth: 2);
            }
            else
            {
                json.Value(_w, additional.Type, "entry.Value", depth: 2);
            }

            _w.Close();
        }

        _w.GapAfterBlock();
        _w.Line($"{json.Writer}.End();");
        _w.Close();
    }

    private void PrintMemberReader(string property, TypeRef type)
    {
        if (_readers.TryGetValue(property, out string? reader))
        {
            _reading.PrintReader(_w, "private", reader, type);
        }
    }

    /// <summary>Whether <c>X.ReadList(…)</c> finds the property instead of the model of the same name. A property of that very type hides nothing.</summary>
    private static bool HidesModel(PropertyModel property) =>
        property.IsOptional || property.Type.Kind is not (TypeKind.Object or TypeKind.Union) || property.Type.Name != property.Name;

    /// <summary>The members that the document does not name, unless they are files, which only multipart bodies hold.</summary>
    private AdditionalModel? JsonAdditional => _type.Additional is { } additional && JsonMethods.IsJson(additional.Type) ? additional : null;

    private static bool IsRead(PropertyModel property) => property.IsRead && JsonMethods.IsJson(property.Type);

    private bool AnyRequired()
    {
        foreach (PropertyModel property in _type.Properties)
        {
            if (property.IsRequiredMember)
            {
                return true;
            }
        }

        return false;
    }
}
