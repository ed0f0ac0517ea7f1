using CdeCodegen.Generator.Emission;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;
using static CdeCodegen.Generator.Tests.Emission.ModelFactory;

namespace CdeCodegen.Generator.Tests.Emission;

/// <summary>The division of a client into files: names are stable, and a small edit changes few files.</summary>
public class UnitTests
{
    [Fact]
    public void Hint_names_are_short_valid_and_unique_ignoring_case()
    {
        string longName = new string('x', 300);
        ClientModel model = Client(
            Class("Thing"), Class("THING"), Class("Thing-2"), Class(longName + "a"), Class(longName + "b"), Class("e\u0301"), Class("e\u0300"));
        List<string> hints = [.. SourceUnits.Of(model).Select(unit => unit.HintName)];
        Assert.Equal(hints.Count, hints.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(hints, hint => Assert.True(hint.Length < 200 && hint.StartsWith("Acme.AcmeClient", StringComparison.Ordinal) && hint.EndsWith(".g.cs", StringComparison.Ordinal)));
        Assert.Equal(hints, SourceUnits.Of(model).Select(unit => unit.HintName));
        Assert.Equal(hints.Order(StringComparer.Ordinal), hints);
    }

    [Fact]
    public void Two_clients_of_one_project_share_no_hint_name()
    {
        ClientModel model = Client(Class("Thing"));
        ClientModel[] others = [model with { Context = Context with { Namespace = "Acme.V2" } }, model with { Context = Context with { ClassName = "OtherClient" } }];
        foreach (ClientModel other in others)
        {
            Assert.Empty(SourceUnits.Of(model).Select(u => u.HintName).Intersect(SourceUnits.Of(other).Select(u => u.HintName)));
        }
    }

    [Fact]
    public void An_edit_of_one_schema_changes_one_unit()
    {
        ClientModel before = Large();
        Assert.Equal(SourceUnits.Of(before), SourceUnits.Of(Large()));
        TypeModel[] types = [.. before.Types];
        types[3] = Class(types[3].Name, Member("more", Int));
        Assert.Equal([".Models.T3.g.cs"], Changed(before, before with { Types = Array(types) }));
    }

    [Fact]
    public void An_edit_of_one_operation_changes_its_group_only()
    {
        ClientModel before = Large();
        BuilderModel[] builders = [.. before.Builders];
        int i = System.Array.FindIndex(builders, b => b.Name == "B1C7RequestBuilder");
        builders[i] = builders[i] with { Operations = Array([.. builders[i].Operations.Select(o => o with { Doc = new DocText("new") })]) };
        Assert.Equal([".RequestBuilders.B1C7.g.cs"], Changed(before, before with { Builders = Array(builders) }));

        ResultModel[] results = [.. before.Results];
        i = System.Array.FindIndex(results, r => r.Name == "R0_3Result");
        results[i] = results[i] with { OperationName = "new" };
        Assert.Equal([".Results.B0.g.cs"], Changed(before, before with { Results = Array(results) }));
    }

    /// <summary>A branch with few operations is one file; a larger one is divided.</summary>
    [Fact]
    public void Builders_are_grouped_by_branch()
    {
        string[] hints = [.. SourceUnits.Of(Large()).OfType<BuildersUnit>().Select(unit => unit.HintName)];
        Assert.Contains("Acme.AcmeClient.RequestBuilders.B0.g.cs", hints);
        Assert.Contains("Acme.AcmeClient.RequestBuilders.B1.g.cs", hints);
        Assert.Contains("Acme.AcmeClient.RequestBuilders.B1C49.g.cs", hints);
        Assert.Equal(52, hints.Length);
        BuildersUnit small = SourceUnits.Of(Large()).OfType<BuildersUnit>().First(unit => unit.HintName.EndsWith(".B0.g.cs", StringComparison.Ordinal));
        Assert.Equal(["B0RequestBuilder", "B0C0RequestBuilder", "B0C1RequestBuilder", "B0C2RequestBuilder", "B0C3RequestBuilder"], small.Builders.Select(b => b.Name));
    }

    [Fact]
    public void A_path_can_have_any_number_of_segments()
    {
        const int Depth = 20_000;
        var builders = new List<BuilderModel>();
        for (int i = 0; i < Depth; i++)
        {
            builders.Add(Builder($"B{i}RequestBuilder", "/", [], i == Depth - 1 ? [] : [Step("Next", $"B{i + 1}RequestBuilder")], []));
        }

        BuildersUnit unit = Assert.Single(SourceUnits.Of(Client([], [], [Step("First", "B0RequestBuilder")], [.. builders])).OfType<BuildersUnit>());
        Assert.Equal(Depth, unit.Builders.Count);
    }

    /// <summary>The driver compares the name of each file with all others, so that a giant client has a fixed number of files.</summary>
    [Fact]
    public void The_files_of_a_giant_client_are_joined_and_an_edit_changes_one()
    {
        ClientModel before = Client([.. Enumerable.Range(0, 5000).Select(i => Class($"T{i}", Member("x", Text)))]);
        TypeModel[] types = [.. before.Types];
        types[3000] = Class(types[3000].Name, Member("more", Int));
        ClientModel after = before with { Types = Array(types) };

        List<SourceUnit> units = SourceUnits.Of(before);
        Assert.InRange(units.Count, 900, 1026);
        Assert.Equal(5000, units.OfType<ModelsUnit>().Sum(unit => unit.Types.Count));
        Assert.Equal(units.Count, units.Select(unit => unit.HintName).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Matches(@"^\.Models-\d{4}\.g\.cs$", Assert.Single(Changed(before, after)));

        // An inserted schema changes only the file that it goes to.
        ClientModel inserted = before with { Types = Array([.. before.Types.Take(10), Class("Inserted"), .. before.Types.Skip(10)]) };
        Assert.Single(SourceUnits.Of(inserted).Except(units));
    }

    [Fact]
    public void Every_declaration_is_printed_once()
    {
        string text = string.Concat(EmittedClient.Print(Large(), EmissionFacts.Floor).Values);
        foreach (string declaration in (string[])["class T0\n", "struct B0RequestBuilder(", "struct B1C49RequestBuilder(", "class R1_49Result ", "class AcmeClient\n"])
        {
            Assert.Equal(2, text.Split(declaration).Length);
        }
    }

    /// <summary>A client with two branches, of four and of fifty operations.</summary>
    private static ClientModel Large()
    {
        var builders = new List<BuilderModel>();
        var results = new List<ResultModel>();
        foreach ((int branch, int count) in ((int, int)[])[(0, 4), (1, 50)])
        {
            builders.Add(Builder($"B{branch}RequestBuilder", $"/b{branch}", [], [.. Enumerable.Range(0, count).Select(i => Step($"C{i}", $"B{branch}C{i}RequestBuilder"))], []));
            for (int i = 0; i < count; i++)
            {
                ResultModel result = Result($"R{branch}_{i}Result", Status(200, "Ok"));
                results.Add(result);
                builders.Add(Builder($"B{branch}C{i}RequestBuilder", $"/b{branch}/c{i}", [], [], [Operation("GET", result)]));
            }
        }

        return Client(
            [.. Enumerable.Range(0, 10).Select(i => Class($"T{i}", Member("x", Text)))], [.. results],
            [Step("B0", "B0RequestBuilder"), Step("B1", "B1RequestBuilder")], [.. builders.OrderBy(b => b.Name, StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Changed(ClientModel before, ClientModel after)
    {
        List<SourceUnit> old = SourceUnits.Of(before), @new = SourceUnits.Of(after);
        Assert.Equal(old.Count, @new.Count);
        return old.Zip(@new).Where(pair => !pair.First.Equals(pair.Second)).Select(pair => pair.Second.HintName["Acme.AcmeClient".Length..]);
    }
}
