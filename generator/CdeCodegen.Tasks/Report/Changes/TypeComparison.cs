using CdeCodegen.Generator.Model;
using CdeCodegen.Tasks.Report.Clients;
using CdeCodegen.Tasks.Report.Model;

namespace CdeCodegen.Tasks.Report.Changes;

/// <summary>Compares the models of a client before and after a change.</summary>
internal static class TypeComparison
{
    private const string Uses = "code that uses it does not compile";

    public static void Compare(ClientModel before, ClientModel after, List<ChangeReport> changes)
    {
        SortedDictionary<string, TypeModel> old = ByName(before);
        foreach (KeyValuePair<string, TypeModel> type in ByName(after))
        {
            if (!old.TryGetValue(type.Key, out TypeModel? earlier))
            {
                changes.Add(new ChangeReport(ChangeKind.Gained, type.Key, "new model", Breaks: null, Calls: -1));
                continue;
            }

            old.Remove(type.Key);
            switch (earlier, type.Value)
            {
                case (ObjectModel a, ObjectModel b):
                    CompareObjects(a, b, changes);
                    break;

                case (EnumModel a, EnumModel b):
                    CompareValues(a, b, changes);
                    break;

                case (UnionModel a, UnionModel b):
                    CompareUnions(a, b, changes);
                    break;

                default:
                    changes.Add(new ChangeReport(ChangeKind.Changed, type.Key, $"was {Kind(earlier)} and is now {Kind(type.Value)}", Uses, Calls: -1));
                    break;
            }
        }

        foreach (string name in old.Keys)
        {
            changes.Add(new ChangeReport(ChangeKind.Lost, name, "model removed", Uses, Calls: -1));
        }
    }

    private static void CompareObjects(ObjectModel before, ObjectModel after, List<ChangeReport> changes)
    {
        Dictionary<string, PropertyModel> old = new(StringComparer.Ordinal);
        foreach (PropertyModel property in before.Properties)
        {
            old[property.WireName] = property;
        }

        foreach (PropertyModel property in after.Properties)
        {
            if (!old.TryGetValue(property.WireName, out PropertyModel? earlier))
            {
                string? breaks = property.IsRequiredMember ? "code that creates the model does not compile without it" : null;
                Add(ChangeKind.Gained, $"member {property.Name}: {TypeText.Of(property)}{(property.IsRequiredMember ? " (required)" : "")}", breaks);
                continue;
            }

            old.Remove(property.WireName);
            if (earlier.Name != property.Name)
            {
                Add(ChangeKind.Changed, $"member {earlier.Name} is now {property.Name}", Uses);
            }

            string was = TypeText.Of(earlier);
            string now = TypeText.Of(property);
            if (was != now)
            {
                Add(ChangeKind.Changed, $"member {property.Name}: {was} is now {now}", now == was + "?" ? "code that ignores null gets a warning" : Uses);
            }

            if (earlier.IsRequiredMember != property.IsRequiredMember)
            {
                string text = $"member {property.Name} is {(property.IsRequiredMember ? "now" : "no longer")} required";
                Add(ChangeKind.Changed, text, property.IsRequiredMember ? "code that creates the model does not compile without it" : null);
            }

            if (earlier.IsRequiredOnRead != property.IsRequiredOnRead && property.IsRequiredOnRead && earlier.IsRequiredMember == property.IsRequiredMember)
            {
                Add(ChangeKind.Changed, $"member {property.Name} must be present in responses", breaks: null);
            }
        }

        foreach (PropertyModel property in before.Properties)
        {
            if (old.ContainsKey(property.WireName))
            {
                Add(ChangeKind.Lost, $"member {property.Name}: {TypeText.Of(property)}", Uses);
            }
        }

        void Add(ChangeKind kind, string text, string? breaks) => changes.Add(new ChangeReport(kind, after.Name, text, breaks, Calls: -1));
    }

    private static void CompareValues(EnumModel before, EnumModel after, List<ChangeReport> changes)
    {
        Dictionary<string, string> old = new(StringComparer.Ordinal);
        foreach (EnumMemberModel value in before.Members)
        {
            old[value.Value] = value.Name;
        }

        foreach (EnumMemberModel value in after.Members)
        {
            if (!old.TryGetValue(value.Value, out string? name))
            {
                changes.Add(new ChangeReport(ChangeKind.Gained, after.Name, $"value {value.Name} = {value.Value}", Breaks: null, Calls: -1));
            }
            else if (name != value.Name)
            {
                changes.Add(new ChangeReport(ChangeKind.Changed, after.Name, $"value {name} is now {value.Name}", Uses, Calls: -1));
            }

            old.Remove(value.Value);
        }

        foreach (KeyValuePair<string, string> value in old)
        {
            changes.Add(new ChangeReport(ChangeKind.Lost, after.Name, $"value {value.Value} = {value.Key}", Uses, Calls: -1));
        }
    }

    private static void CompareUnions(UnionModel before, UnionModel after, List<ChangeReport> changes)
    {
        Dictionary<string, string> old = new(StringComparer.Ordinal);
        foreach (UnionCaseModel alternative in before.Selection.Cases)
        {
            old[alternative.Name] = TypeText.Of(alternative.Type);
        }

        foreach (UnionCaseModel alternative in after.Selection.Cases)
        {
            string now = TypeText.Of(alternative.Type);
            if (!old.TryGetValue(alternative.Name, out string? was))
            {
                changes.Add(new ChangeReport(ChangeKind.Gained, after.Name, $"alternative {alternative.Name}: {now}", "switches without an arm for it are not complete", Calls: -1));
            }
            else if (was != now)
            {
                changes.Add(new ChangeReport(ChangeKind.Changed, after.Name, $"alternative {alternative.Name}: {was} is now {now}", Uses, Calls: -1));
            }

            old.Remove(alternative.Name);
        }

        foreach (string name in old.Keys)
        {
            changes.Add(new ChangeReport(ChangeKind.Lost, after.Name, "alternative " + name, Uses, Calls: -1));
        }
    }

    private static SortedDictionary<string, TypeModel> ByName(ClientModel client)
    {
        SortedDictionary<string, TypeModel> types = new(StringComparer.Ordinal);
        foreach (TypeModel type in client.Types)
        {
            types[type.Name] = type;
        }

        return types;
    }

    private static string Kind(TypeModel type) => type switch
    {
        EnumModel => "an enumeration",
        UnionModel => "a union",
        _ => "a class",
    };
}
