using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints how a reader selects one of several types: by a discriminator, by the shape of the value, or by both.</summary>
/// <param name="w">The file.</param>
/// <param name="selection">What selects each type.</param>
/// <param name="reading">Reads the types.</param>
/// <param name="jsonShape">How the file refers to <c>JsonShape</c>.</param>
/// <param name="jsonRule">How it refers to <c>JsonRule</c>.</param>
/// <param name="jsonTokens">How it refers to <c>JsonTokens</c>.</param>
internal sealed class SelectionPrinter(
    SourceWriter w, SelectionModel selection, JsonReading reading, string jsonShape, string jsonRule, string jsonTokens)
{
    private readonly List<Group> _groups = GroupsOf(selection);

    /// <summary>Whether a table of shapes is needed.</summary>
    public bool HasShapes => _groups.Exists(group => group.Cases.Count > 1) || OthersByShape;

    /// <summary>Whether the shape selects one of the cases that no value of the discriminator selects.</summary>
    private bool OthersByShape => selection.Discriminator is null ? selection.Cases.Count > 0 : selection.IsAbsenceByShape || !AllHaveValues;

    private bool AllHaveValues
    {
        get
        {
            foreach (UnionCaseModel @case in selection.Cases)
            {
                if (@case.DiscriminatorValues.Count == 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Prints the table of shapes: one for each case, so that indexes are those of the cases.</summary>
    public void PrintShapes(string table)
    {
        w.Line($"private static readonly {jsonShape}[] {table} =");
        w.Line("[");
        w.Right();
        foreach (UnionCaseModel @case in selection.Cases)
        {
            var rules = new System.Text.StringBuilder();
            foreach (ShapeRuleModel rule in @case.Rules)
            {
                rules.Append(", ").Append(Rule(rule));
            }

            string values = @case.DiscriminatorValues.Count > 0 && selection.Discriminator is { } discriminator && !AllHaveValues
                ? ", new " + jsonRule + "(" + Literals.Quote(discriminator) + ", " + Tokens(AnyScalar) + ", " + Strings(@case.DiscriminatorValues) + ")"
                : "";
            w.Line($"new({Tokens(@case.Tokens)}, {Strings(@case.RequiredNames)}, {Strings(@case.KnownNames)}{values}{rules.ToString()}),");
        }

        w.Left();
        w.Line("];");
    }

    private string Rule(ShapeRuleModel rule)
    {
        string rest = ", " + Tokens(rule.Tokens) + ", " + Strings(rule.Values);
        if (rule.Path.Count > 1)
        {
            return jsonRule + ".Within(" + Strings(rule.Path) + rest + ", " + Literals.QuoteOrNull(rule.Format) + ")";
        }

        string name = Literals.Quote(rule.Path.Count == 0 ? "" : rule.Path[0]);
        return "new " + jsonRule + "(" + name + rest + (rule.Format is { } format ? ", " + Literals.Quote(format) : "") + ")";
    }

    /// <summary>Prints the statements of a method that returns what is read.</summary>
    /// <param name="table">The table of shapes.</param>
    /// <param name="create">Returns the expression that reads a case.</param>
    /// <param name="unknown">The expression that reads a value which no case fits.</param>
    public void Print(string table, Func<UnionCaseModel, string> create, string unknown)
    {
        if (selection.Discriminator is { } discriminator)
        {
            w.Line($"switch ({reading.JsonValues}.Discriminator(in {JsonReading.Reader}, {Literals.Quote(discriminator)}))");
            w.Open();
            for (int i = 0; i < _groups.Count; i++)
            {
                Group group = _groups[i];
                System.Text.StringBuilder label = new System.Text.StringBuilder("case ").Append(Literals.Quote(group.Value));
                for (; i + 1 < _groups.Count && group.Cases.Count == 1 && _groups[i + 1].Cases.Count == 1 && _groups[i + 1].Cases[0] == group.Cases[0]; i++)
                {
                    label.Append(" or ").Append(Literals.Quote(_groups[i + 1].Value));
                }

                if (group.Cases.Count == 1)
                {
                    w.Line($"{label.ToString()}: return {create(selection.Cases[group.Cases[0]])};");
                    continue;
                }

                w.Line($"{label.ToString()}:");
                w.Right();
                PrintShapeSwitch(table, group.Cases, create, unknown);
                w.Left();
            }

            bool fallsThrough = selection.Default < 0 && !AllHaveValues;
            if (selection.IsAbsenceByShape && !fallsThrough)
            {
                w.Line("case null: break;");
            }
            else if (selection.Absent >= 0 && selection.Absent != selection.Default)
            {
                w.Line($"case null: return {create(selection.Cases[selection.Absent])};");
            }

            if (!fallsThrough)
            {
                w.Line($"default: return {(selection.Default < 0 ? unknown : create(selection.Cases[selection.Default]))};");
            }

            w.Close();
        }

        if (OthersByShape)
        {
            w.GapAfterBlock();
            var all = new List<int>(selection.Cases.Count);
            for (int i = 0; i < selection.Cases.Count; i++)
            {
                all.Add(i);
            }

            PrintShapeSwitch(table, all, create, unknown);
        }
        else if (selection.Discriminator is null)
        {
            w.Line($"return {unknown};");
        }
    }

    private void PrintShapeSwitch(string table, List<int> cases, Func<UnionCaseModel, string> create, string unknown)
    {
        string among = "";
        if (cases.Count < selection.Cases.Count)
        {
            among = ", " + string.Join(", ", cases.ConvertAll(Literals.Number));
        }

        w.Line($"switch ({reading.JsonValues}.Shape(in {JsonReading.Reader}, {table}{among}))");
        w.Open();
        foreach (int index in cases)
        {
            w.Line($"case {Literals.Number(index)}: return {create(selection.Cases[index])};");
        }

        w.Line($"default: return {unknown};");
        w.Close();
    }

    private const JsonTokens AnyScalar = JsonTokens.String | JsonTokens.Number | JsonTokens.Boolean;

    private string Tokens(JsonTokens tokens)
    {
        if (tokens == JsonTokens.None)
        {
            return jsonTokens + ".None";
        }

        string text = "";
        Add(JsonTokens.Object);
        Add(JsonTokens.Array);
        Add(JsonTokens.String);
        Add((tokens & JsonTokens.Number) == JsonTokens.Number ? JsonTokens.Number : JsonTokens.Integer);
        Add(JsonTokens.Boolean);
        return text;

        void Add(JsonTokens token)
        {
            if ((tokens & token) == token)
            {
                text += (text.Length == 0 ? "" : " | ") + jsonTokens + "." + token switch
                {
                    JsonTokens.Object => "Object",
                    JsonTokens.Array => "Array",
                    JsonTokens.String => "String",
                    JsonTokens.Integer => "Integer",
                    JsonTokens.Number => "Number",
                    _ => "Boolean",
                };
            }
        }
    }

    private static string Strings(EquatableArray<string> values)
    {
        var text = new System.Text.StringBuilder("[");
        for (int i = 0; i < values.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Literals.Quote(values[i]));
        }

        return text.Append(']').ToString();
    }

    /// <summary>The cases of each value of the discriminator. The cases of a value that several share are told apart by their shape.</summary>
    private static List<Group> GroupsOf(SelectionModel selection)
    {
        var groups = new List<Group>();
        var byValue = new Dictionary<string, Group>(StringComparer.Ordinal);
        for (int i = 0; selection.Discriminator is not null && i < selection.Cases.Count; i++)
        {
            foreach (string value in selection.Cases[i].DiscriminatorValues)
            {
                if (!byValue.TryGetValue(value, out Group? group))
                {
                    group = new Group(value);
                    groups.Add(group);
                    byValue.Add(value, group);
                }

                if (!group.Cases.Contains(i))
                {
                    group.Cases.Add(i);
                }
            }
        }

        return groups;
    }

    private sealed class Group(string value)
    {
        public string Value { get; } = value;

        public List<int> Cases { get; } = [];
    }
}
