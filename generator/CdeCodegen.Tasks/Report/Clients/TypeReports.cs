using CdeCodegen.Generator.Model;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Clients;

/// <summary>Describes the models of a client.</summary>
internal static class TypeReports
{
    public static List<TypeReport> Of(ClientModel client, IReadOnlyList<ClientOperation> operations)
    {
        var uses = new TypeUses(client, operations);
        List<TypeReport> types = [];
        foreach (TypeModel type in client.Types)
        {
            types.Add(new TypeReport(type.Name, Kind(type), type.Doc.Summary, Members(type), uses.Of(type.Name)));
        }

        types.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return types;
    }

    private static string Kind(TypeModel type) => type switch
    {
        EnumModel => "enumeration",
        UnionModel => "union",
        ObjectModel { IsAbstract: true } => "abstract class",
        ObjectModel { Base: { } parent } => "class : " + parent,
        _ => "class",
    };

    private static List<MemberReport> Members(TypeModel type)
    {
        List<MemberReport> members = [];
        switch (type)
        {
            case EnumModel values:
                foreach (EnumMemberModel value in values.Members)
                {
                    members.Add(new MemberReport(value.Name, value.Value, "", ""));
                }

                break;

            case UnionModel union:
                foreach (UnionCaseModel alternative in union.Selection.Cases)
                {
                    members.Add(new MemberReport(alternative.Name, string.Join(", ", alternative.DiscriminatorValues), TypeText.Of(alternative.Type), ""));
                }

                break;

            case ObjectModel value:
                foreach (PropertyModel property in value.Properties)
                {
                    members.Add(new MemberReport(property.Name, property.WireName, TypeText.Of(property), Note(property)));
                }

                if (value.Additional is { } additional)
                {
                    string dictionary = "IReadOnlyDictionary<string, " + TypeText.Of(additional.Type, additional.IsNullable) + ">";
                    members.Add(new MemberReport(additional.PropertyName, "", dictionary, "other members"));
                }

                break;
        }

        return members;
    }

    private static string Note(PropertyModel property)
    {
        List<string> notes = [];
        if (property.IsRequiredMember)
        {
            notes.Add("required");
        }

        if (!property.IsWritten)
        {
            notes.Add("read-only");
        }
        else if (!property.IsRead)
        {
            notes.Add("write-only");
        }

        if (property.Constant is { } constant)
        {
            notes.Add("always " + constant);
        }

        if (property.Doc.IsDeprecated)
        {
            notes.Add("deprecated");
        }

        return string.Join(", ", notes);
    }
}
