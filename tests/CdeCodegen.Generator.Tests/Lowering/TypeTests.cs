using System.Text;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Tests.Lowering;

/// <summary>
/// The types of schemas. Each schema in <c>types.yaml</c> (<see cref="LineDocument"/>) is one line with its type, in which the types without a component of their own
/// are written in full: <c>{ name!: String, size: Int64? = 5 }</c> for a class, <c>enum(A, B=b-b)</c> for an enumeration, and
/// <c>union by kind(Cat[cat]: { … }, …)</c> for a choice, with what the reader tells its cases apart by.
/// </summary>
public class TypeTests
{
    [Fact]
    public void Each_schema_has_the_type_of_its_comment()
    {
        var document = new LineDocument("types.yaml");
        (string Name, string Type)[] expected = [.. document.Expectations.Select(schema => (schema.Line[..schema.Line.IndexOf(':')].Trim(), schema.Expected))];
        ClientModel model = document.Lower(
        [
            "    All:", "      type: object", "      properties:",
            .. expected.Select(schema => $"        {schema.Name}: {{ $ref: '#/components/schemas/{schema.Name}' }}"),
        ]);

        var types = new Printer(model.Types.ToDictionary(type => type.Name));
        string wrong = string.Concat(expected.Zip(types.Members("All"), (schema, member) => (schema.Name, Expected: schema.Type, Actual: types.Print(member.Type)))
            .Where(schema => schema.Expected != schema.Actual)
            .Select(schema => $"{schema.Name}\n    expected {schema.Expected}\n    actual   {schema.Actual}\n"));
        Assert.True(wrong.Length == 0, wrong);
    }

    private sealed class Printer(Dictionary<string, TypeModel> types)
    {
        private readonly HashSet<string> _open = [];

        public EquatableArray<PropertyModel> Members(string type) => ((ObjectModel)types[type]).Properties;

        public string Print(TypeRef type)
        {
            switch (type.Kind)
            {
                case TypeKind.List:
                    return $"[{Print(type.Item!)}{(type.IsItemNullable ? "?" : "")}]";
                case TypeKind.Map:
                    return $"map of {Print(type.Item!)}{(type.IsItemNullable ? "?" : "")}";
                case TypeKind.Enum or TypeKind.Object or TypeKind.Union when _open.Add(type.Name!):
                    string text = types[type.Name!] switch
                    {
                        EnumModel model => (model.Value == TypeKind.String ? "enum(" : $"enum {model.Value}(") + string.Join(", ", model.Members.Select(member => Named(member.Name, member.Value))) + ")",
                        ObjectModel model => Print(model),
                        TypeModel model => "union" + Print(((UnionModel)model).Selection),
                    };
                    _open.Remove(type.Name!);
                    return text;
                default:
                    return (type.Name ?? type.Kind.ToString()) + (type.AcceptsText ? " or text" : "");
            }
        }

        private string Print(ObjectModel model)
        {
            IEnumerable<string> members = model.Properties.Where(member => !member.IsInherited).Select(Print);
            if (model.Additional is { } additional && !model.IsAdditionalInherited)
            {
                members = members.Append($"*: {Print(additional.Type)}{(additional.IsNullable ? "?" : "")}");
            }

            string kind = model.IsAbstract ? "abstract " : "";
            return $"{kind}{(model.Base is null ? "" : model.Base + " + ")}{{ {string.Join(", ", members)} }}{(model.Selection is null ? "" : Print(model.Selection))}";
        }

        private string Print(PropertyModel member)
        {
            string marks = (member.IsRequiredMember ? "!" : "") + (member.IsRequiredOnRead && !member.IsRequiredMember ? " read!" : "") + (member.IsRequiredMember && !member.IsRequiredOnRead ? " written!" : "") + (member.IsRead ? "" : " writeonly") + (member.IsWritten ? "" : " readonly") + (member.IsTag ? " tag" : "");
            string value = member.Constant is { } constant ? $" {(member.IsConstantChecked ? "=" : "~")} {constant}" : member.Default is { } @default ? $" default {@default.Value}" : "";
            return $"{Wire(member)}{marks}: {(member.IsOptional ? "optional " : "")}{Print(member.Type)}{(member.IsNullAccepted && (member.IsRequiredMember || member.IsRequiredOnRead || member.IsOptional) ? "?" : "")}{value}";
        }

        private string Print(SelectionModel selection)
        {
            var text = new StringBuilder(selection.Discriminator is null ? "(" : $" by {selection.Discriminator}(");
            text.AppendJoin(", ", selection.Cases.Select(@case =>
            {
                string values = @case.DiscriminatorValues.Count == 0 ? "" : $"[{string.Join('|', @case.DiscriminatorValues)}]";
                string rules = string.Concat(@case.Rules.Select(rule =>
                    $" if {(rule.Path.Count == 0 ? "item" : string.Join('/', rule.Path))} is {(rule.Values.Count > 0 ? string.Join('|', rule.Values) : rule.Format ?? rule.Tokens.ToString())}"));
                string tokens = @case.Type.Kind == TypeKind.Object ? "" : $" {@case.Tokens}".ToLowerInvariant();
                return $"{@case.Name}{values}: {Print(@case.Type)}{tokens}{rules}";
            }));
            text.Append(selection.Default < 0 ? "" : $", default {selection.Cases[selection.Default].Name}").Append(selection.Absent < 0 ? "" : $", absent {selection.Cases[selection.Absent].Name}");
            return text.Append(selection.IsAbsenceByShape ? ", absent by shape)" : ")").ToString();
        }

        private static string Wire(PropertyModel member) => Identifiers.Pascal(member.WireName) == member.Name ? member.WireName : $"{member.WireName}({member.Name})";

        private static string Named(string name, string value) => name == value ? name : $"{name}={value}";
    }
}
