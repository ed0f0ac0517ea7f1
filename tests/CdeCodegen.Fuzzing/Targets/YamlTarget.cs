extern alias generator;

using System.Text.Json;
using generator::CdeCodegen.Generator.Reading;

namespace CdeCodegen.Fuzzing.Targets;

/// <summary>The reader of common YAML against YamlDotNet: what the first one reads, the second reads alike.</summary>
internal sealed class YamlTarget : FuzzTarget
{
    public override string Name => "yaml";

    public override IEnumerable<string> BuiltInSeeds()
    {
        string folder = Repository.PathOf("tests", "CdeCodegen.Generator.Tests", "Reading", "Documents");
        IEnumerable<string> files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : [];
        return [.. files.Select(File.ReadAllText), File.ReadAllText(Repository.PathOf("spec", "cde.openapi.yaml"))[..4000], .. SuiteCases()];
    }

    private static IEnumerable<string> SuiteCases()
    {
        string path = Repository.PathOf("tests", "CdeCodegen.Generator.Tests", "Reading", "YamlTestSuite", "cases.json");
        using var cases = JsonDocument.Parse(File.ReadAllText(path));
        return [.. cases.RootElement.EnumerateArray().Select(static suiteCase => suiteCase.GetProperty("yaml").GetString()!)];
    }

    public override string Mutate(string seed, Random random) =>
        random.Next(3) == 0 ? Mutator.MoveLines(seed, random) : Mutator.Mutate(seed, random, Mutator.Yaml);

    public override void Run(string input)
    {
        if (CommonYamlReader.TryRead(input, input.StartsWith('\uFEFF') ? 1 : 0, CancellationToken.None) is not { } actual)
        {
            return;
        }

        Accepted++;
        SpecTree expected = YamlReader.Read(input, CancellationToken.None);
        if (YamlDotNetBugs.Affect(expected.Problems.Select(p => p.Message), input))
        {
            return;
        }

        FuzzException.ThrowUnless(
            actual.Problems.Select(p => (p.Kind, p.Start)).SequenceEqual(expected.Problems.Select(p => (p.Kind, p.Start))),
            "other problems: " + string.Join("; ", expected.Problems.Select(p => p.Message + " " + p.Start)));
        Compare(expected.Root, actual.Root, "#");
    }

    private static void Compare(SpecNode? expected, SpecNode? actual, string pointer)
    {
        if (expected is null || actual is null)
        {
            FuzzException.ThrowUnless(expected is null && actual is null, "one has no root");
            return;
        }

        FuzzException.ThrowUnless(
            expected.Kind == actual.Kind && expected.Text == actual.Text && expected.Count == actual.Count,
            $"{pointer}: {actual.Kind} '{actual.Text}' should be {expected.Kind} '{expected.Text}'");
        for (int i = 0; i < expected.Items.Length; i++)
        {
            Compare(expected.Items[i], actual.Items[i], pointer + "/" + i);
        }

        for (int i = 0; i < expected.Members.Length; i++)
        {
            FuzzException.ThrowUnless(expected.Members[i].Name == actual.Members[i].Name, $"{pointer}: name '{actual.Members[i].Name}' should be '{expected.Members[i].Name}'");
            Compare(expected.Members[i].Value, actual.Members[i].Value, pointer + "/" + expected.Members[i].Name);
        }
    }
}
