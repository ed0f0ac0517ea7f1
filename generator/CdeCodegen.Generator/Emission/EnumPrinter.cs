using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>
/// An open enumeration: a struct over the value on the wire with a static property for each known one, in the style of the Azure SDK.
/// A value that the description does not know is kept and sent back as it came.
/// </summary>
internal static class EnumPrinter
{
    public static void Print(SourceWriter w, ModelsUnit unit, EnumModel type)
    {
        string name = type.Name;
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (EnumMemberModel member in type.Members)
        {
            members.Add(member.Name);
        }

        bool isText = type.Value == TypeKind.String;
        string value = type.Value switch
        {
            TypeKind.Int32 => "int",
            TypeKind.Int64 => "long",
            _ => "string",
        };

        Docs.Write(w, type.Doc);
        w.Line($"{ModelFile.Access(unit)} readonly partial struct {name} : {TypeNames.Generated}IApiEnum, global::System.IEquatable<{name}>");
        w.Open();
        w.Line($"readonly {value}{(isText ? "?" : "")} value;");
        w.Gap();
        w.Line("/// <summary>Any value, known or not.</summary>");
        w.Line($"public {name}({value} value) => this.value = value;");
        foreach (EnumMemberModel member in type.Members)
        {
            string literal = isText ? Literals.Quote(member.Value) : member.Value;
            w.Gap(compact: Docs.IsNone(member.Doc));
            Docs.Write(w, member.Doc, "<c>" + DocXml.Escape(member.Value) + "</c>");
            w.Line($"public static {name} {member.Name} => new({literal});");
        }

        string text = isText ? "value ?? \"\"" : "value.ToString(global::System.Globalization.CultureInfo.InvariantCulture)";
        w.Gap();
        w.Line(isText ? $"string? {TypeNames.Generated}IApiEnum.Text => value;" : $"string {TypeNames.Generated}IApiEnum.Text => ToString();");
        w.Line($"public static implicit operator {name}({value} value) => new(value);");
        if (!isText)
        {
            w.Line($"public static explicit operator {value}({name} value) => value.value;");
        }

        w.Line($"public static bool operator ==({name} left, {name} right) => left.value == right.value;");
        w.Line($"public static bool operator !=({name} left, {name} right) => left.value != right.value;");
        w.Line($"public bool Equals({name} other) => value == other.value;");
        w.Line($"public override bool Equals(object? obj) => obj is {name} other && value == other.value;");
        w.Line($"public override int GetHashCode() => {(isText ? "value?.GetHashCode() ?? 0" : "value.GetHashCode()")};");
        w.Line($"public override string ToString() => {text};");
        var item = new TypeRef(TypeKind.Enum, name, EnumValue: type.Value);
        ModelFile.PrintCollectionReaders(w, type, item, JsonReading.InModel(unit, TypeNames.InModels(unit.Context), members));
        w.Close();
    }
}
