extern alias generator;

using System.Text.Json.Nodes;
using generator::CdeCodegen.Generator.Diagnostics;
using generator::CdeCodegen.Generator.Emission;
using generator::CdeCodegen.Generator.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Fuzzing.Targets;

/// <summary>
/// Documents whose nodes were exchanged, removed, repeated and replaced: the generator reports no internal error, all its files parse, and of every
/// twentieth document they compile.
/// </summary>
internal sealed class DocumentTarget : FuzzTarget
{
    private const int CompileEvery = 20;

    /// <summary>Of the compiled documents, one in ten is emitted too: limits of metadata, such as the length of a name, are only seen then.</summary>
    private const int EmitEvery = 10;

    /// <summary>The number of parsed files that are kept. Most files of a mutated document are those of another one.</summary>
    private const int MaxTrees = 4_000;

    private static readonly string?[] s_values =
    [
        "null", "true", "0", "-1", "1.5", "1e30", "\"\"", "\"text\"", "\"a-b\"", "\"class\"", "\"\\ud800\"", "\"\\\";x\"", "[]", "{}", "[null]", "{\"a\":null}",
        "{\"type\":\"string\"}", "{\"type\":\"object\"}", "{\"type\":[\"string\",\"null\"]}", "{\"type\":\"array\"}", "{\"$ref\":\"#\"}", "{\"$ref\":\"#/components/schemas/Thing\"}",
        "\"object\"", "\"array\"", "\"string\"", "\"integer\"", "\"path\"", "\"query\"", "\"header\"", "\"cookie\"", "\"uuid\"", "\"date-time\"", "\"binary\"",
        "\"application/json\"", "\"multipart/form-data\"", "\"text/event-stream\"", "\"default\"", "\"2XX\"", "\"GetType\"", "\"WriteTo\"", "\"Equals\"",
    ];

    private static readonly string[] s_keys =
    [
        "type", "properties", "required", "items", "allOf", "oneOf", "anyOf", "enum", "format", "nullable", "additionalProperties", "discriminator", "default", "const",
        "readOnly", "writeOnly", "description", "deprecated", "in", "name", "schema", "content", "style", "explode", "responses", "parameters", "requestBody", "operationId",
        "servers", "security", "tags", "get", "post", "200", "404", "4XX", "default", "x-pagination", "headers", "links", "encoding", "$ref", "minimum", "pattern",
    ];

    private readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Fuzzed",
        references: PlatformReferences.Where(name => PlatformReferences.IsFramework(name) || PlatformReferences.IsRuntime(name)),
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
    private long _documents;
    private long _compiled;

    public override string Name => "document";

    public override string Details => $", {_compiled:N0} compiled";

    public override IEnumerable<string> BuiltInSeeds()
    {
        string[] folders =
        [
            Repository.PathOf("tests", "CdeCodegen.Generator.Tests", "Hostile", "Documents"), Repository.PathOf("tests", "CdeCodegen.Generator.Tests", "Lowering", "Documents", "positive"),
        ];
        return
        [
            .. folders.SelectMany(folder => Directory.GetFiles(folder, "*.json")).Order(StringComparer.Ordinal).Select(File.ReadAllText).Where(text => text.Length < 20_000),
            File.ReadAllText(Repository.PathOf("tests", "CdeCodegen.Fuzzing", "Targets", "fuzzed.json")),
        ];
    }

    public override string Mutate(string seed, Random random)
    {
        JsonNode root;
        try
        {
            root = JsonNode.Parse(seed)!;
            List<JsonNode> nodes = [];
            Collect(root, nodes);
            for (int change = random.Next(1, 6); change > 0; change--)
            {
                Change(nodes, random);
            }

            return root.ToJsonString();
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            // Half surrogate pairs, which the nodes cannot hold.
            return seed;
        }
    }

    public override void Run(string input)
    {
        GeneratedClient client = ClientEngine.Generate(
            "fuzzed.json", input, [], static name => name == "Namespace" ? "Acme" : name == "ClassName" ? "AcmeClient" : null, EmissionFacts.Floor, default);
        foreach (DiagnosticInfo diagnostic in client.Diagnostics)
        {
            FuzzException.ThrowUnless(diagnostic.Descriptor.Id != "CDE0012", "internal error: " + diagnostic.Message);
        }

        if (client.Files.Count == 0)
        {
            return;
        }

        Accepted++;
        List<SyntaxTree> trees = [];
        foreach (GeneratedFile file in client.Files)
        {
            trees.Add(Parse(file));
        }

        if (_documents++ % CompileEvery == 0)
        {
            Compilation compilation = _empty.AddSyntaxTrees(trees);
            foreach (Diagnostic problem in _compiled++ % EmitEvery == 0 ? compilation.Emit(Stream.Null).Diagnostics : compilation.GetDiagnostics())
            {
                FuzzException.ThrowUnless(problem.Severity < DiagnosticSeverity.Error, "does not compile: " + problem);
            }
        }
    }

    private SyntaxTree Parse(GeneratedFile file)
    {
        if (_trees.TryGetValue(file.Text, out SyntaxTree? known))
        {
            return known;
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(file.Text);
        foreach (Diagnostic problem in tree.GetDiagnostics())
        {
            throw new FuzzException($"{file.HintName} does not parse: {problem}");
        }

        if (_trees.Count == MaxTrees)
        {
            _trees.Clear();
        }

        _trees.Add(file.Text, tree);
        return tree;
    }

    private static void Collect(JsonNode? node, List<JsonNode> nodes)
    {
        switch (node)
        {
            case JsonObject @object:
                nodes.Add(@object);
                foreach ((string _, JsonNode? child) in @object)
                {
                    Collect(child, nodes);
                }

                break;
            case JsonArray array:
                nodes.Add(array);
                foreach (JsonNode? child in array)
                {
                    Collect(child, nodes);
                }

                break;
        }
    }

    private static void Change(List<JsonNode> nodes, Random random)
    {
        JsonNode target = nodes[random.Next(nodes.Count)];
        JsonNode? value = random.Next(2) == 0 ? nodes[random.Next(nodes.Count)].DeepClone() : JsonNode.Parse(s_values[random.Next(s_values.Length)]!);
        if (target is JsonArray array)
        {
            if (array.Count > 0 && random.Next(2) == 0)
            {
                array.RemoveAt(random.Next(array.Count));
            }

            array.Add(value);
            return;
        }

        var owner = (JsonObject)target;
        string[] names = [.. owner.Select(entry => entry.Key)];
        switch (random.Next(4))
        {
            case 0 when names.Length > 0:
                owner.Remove(names[random.Next(names.Length)]);
                break;
            case 1 when names.Length > 0:
                owner[names[random.Next(names.Length)]] = value;
                break;
            case 2 when names.Length > 0:
                string name = names[random.Next(names.Length)];
                JsonNode? moved = owner[name]?.DeepClone();
                owner.Remove(name);
                owner[s_keys[random.Next(s_keys.Length)]] = moved;
                break;
            default:
                owner[s_keys[random.Next(s_keys.Length)]] = value;
                break;
        }
    }
}
