using CdeCodegen.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Generator.Tests.Hostile;

/// <summary>Documents whose size or depth is the attack: time and memory grow with the document and not faster.</summary>
public class GiantDocumentTests
{
    private const long Megabyte = 1L << 20;

    /// <summary>The factor for the seconds below, which are those of an idle machine: tests run beside others, and a document that hangs takes forever.</summary>
    private const int Busy = 5;

    /// <summary>What the document has, and the seconds and allocated megabytes that the generator may take.</summary>
    public static TheoryData<string, int, int> Giants => new()
    {
        { "fifty thousand paths", 30, 4000 },
        { "twenty thousand properties", 30, 2000 },
        { "a million enumeration values", 60, 4000 },
        { "twenty thousand values with one name", 30, 1000 },
        { "twenty thousand operations with one id", 60, 4000 },
        { "a path of ten thousand segments", 60, 4000 },
        { "arrays ten thousand deep", 20, 500 },
        { "schemas ten thousand deep", 20, 500 },
        { "flow collections ten thousand deep", 20, 500 },
        { "block collections two thousand deep", 20, 500 },
        { "a chain of ten thousand references", 20, 1000 },
        { "a chain of ten thousand allOf", 20, 1000 },
        { "a union of ten thousand schemas", 60, 4000 },
        { "a name of a million characters", 20, 1000 },
        { "a description of ten million characters", 20, 2000 },
        { "ten thousand parameters", 30, 1000 },
        { "ten thousand statuses", 20, 1000 },
        { "ten thousand duplicate keys", 20, 1000 },
    };

    [Theory]
    [MemberData(nameof(Giants))]
    public void A_giant_document_takes_bounded_time_and_memory(string name, int seconds, int megabytes)
    {
        (string path, string text) = Document(name);
        TestDocument document = GeneratorRun.Document(text, path);

        GeneratorDriverRunResult result = Watchdog.Run(() => Drive(document), TimeSpan.FromSeconds(seconds * Busy), megabytes * Megabyte);

        Assert.DoesNotContain(result.Diagnostics, d => d.Id == "CDE0012");
        Assert.True(result.GeneratedTrees.Length > 0 || result.Diagnostics.Length > 0);
        Assert.InRange(result.GeneratedTrees.Length, 0, 4096);
        Assert.All(result.Diagnostics, d => Assert.InRange(d.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Length, 1, 2000));
    }

    /// <summary>
    /// The compiler's work on a switch grows with the square of its cases. Bytes are counted instead of seconds, because they are the same on every machine.
    /// </summary>
    [Theory]
    [InlineData("twenty thousand properties", 900)]
    public void A_giant_schema_compiles_in_bounded_memory(string name, int megabytes)
    {
        (string path, string text) = Document(name);
        var compilation = CSharpCompilation.Create(
            "Consumer",
            [.. Drive(GeneratorRun.Document(text, path)).GeneratedTrees],
            GeneratorRun.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

        bool success = Watchdog.Run(() => compilation.Emit(Stream.Null).Success, TimeSpan.FromSeconds(120), megabytes * Megabyte);

        Assert.True(success);
    }

    /// <summary>The same driver as the compiler's, without the tracking of the other tests.</summary>
    private static GeneratorDriverRunResult Drive(TestDocument document)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create("Consumer", [], GeneratorRun.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()], [document], options, new TestOptionsProvider());
        return driver.RunGenerators(compilation).GetRunResult();
    }

    private static (string Path, string Text) Document(string name)
    {
        const string Thing = """{"type":"object","properties":{"a":{"type":"string"}}}""";
        return name switch
        {
            "fifty thousand paths" => Json(Thing, Repeat(50_000, ",", i => Path($"/p{i}", $"op{i}"))),
            "twenty thousand properties" => Json($$$"""{"type":"object","properties":{ {{{Repeat(20_000, ",", i => $$"""
                "a{{i}}":{"type":"string"}
                """)}}} } }"""),
            "a million enumeration values" => Json($$"""{"type":"string","enum":[ {{Repeat(1_000_000, ",", i => $"\"v{i}\"")}} ] }"""),
            "twenty thousand values with one name" => Json($$"""{"type":"string","enum":[ {{Repeat(20_000, ",", i => "\"a" + new string('-', i % 100) + (char)(0x4000 + (i / 100)) + "\"")}} ] }"""),
            "twenty thousand operations with one id" => Json(Thing, Repeat(20_000, ",", i => Path($"/p{i}", "same"))),
            "a path of ten thousand segments" => Json(Thing, Path(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"/s{i}")), "deep")),
            "arrays ten thousand deep" => ("api.json", new string('[', 10_000) + new string(']', 10_000)),
            "schemas ten thousand deep" => Json(Nested(10_000, "{\"type\":\"array\",\"items\":", "{}", "}")),
            "flow collections ten thousand deep" => ("api.yaml", "openapi: 3.0.3\ninfo: {title: T, version: '1'}\nx: " + Nested(10_000, "[", "", "]")),
            "block collections two thousand deep" => ("api.yaml", "openapi: 3.0.3\n" + Repeat(2_000, "\n", i => new string(' ', i) + "a:")),
            "a chain of ten thousand references" => Json(Reference("S0"), Path("/p", "get"), Repeat(10_000, ",", i => $"\"S{i}\":{Reference($"S{i + 1}")}") + $",\"S10000\":{Thing}"),
            "a chain of ten thousand allOf" => Json(Reference("S0"), Path("/p", "get"), Repeat(10_000, ",", i =>
                $"\"S{i}\":{{\"allOf\":[{Reference($"S{i + 1}")}],\"properties\":{{\"p{i}\":{{\"type\":\"string\"}}}}}}") + $",\"S10000\":{Thing}"),
            "a union of ten thousand schemas" => Json($$"""{"oneOf":[ {{Repeat(10_000, ",", i => Reference($"S{i}"))}} ] }""", Path("/p", "get"), Repeat(10_000, ",", i =>
                $"\"S{i}\":{{\"type\":\"object\",\"required\":[\"p{i}\"],\"properties\":{{\"p{i}\":{{\"type\":\"string\"}}}}}}")),
            "a name of a million characters" => Json($$"""{"type":"object","properties":{ "{{new string('n', 1_000_000)}}": {"type":"string"} } }"""),
            "a description of ten million characters" => Json($$"""{"type":"object","description":"{{Repeat(2_000_000, " ", _ => "word")}}","properties":{"a":{"type":"string"} } }"""),
            "ten thousand parameters" => Json(Thing, $$"""
                "/p":{"get":{"operationId":"get","parameters":[ {{Repeat(10_000, ",", i => $$"""{"name":"q{{i}}","in":"query","schema":{"type":"string"} }""")}} ],"responses":{"204":{"description":"none"} } } }
                """),
            "ten thousand statuses" => Json(Thing, $$"""
                "/p":{"get":{"operationId":"get","responses":{ {{Repeat(10_000, ",", i => $$"""
                "{{i}}":{"description":"none"}
                """)}} } } }
                """),
            "ten thousand duplicate keys" => Json($$"""{"type":"object","properties":{ {{Repeat(10_000, ",", _ => "\"same\":{\"type\":\"string\"}")}} } }"""),
            _ => throw new ArgumentException(name),
        };
    }

    private static (string Path, string Text) Json(string schema, string? paths = null, string? schemas = null) => ("api.json", $$"""
        {"openapi":"3.0.3","info":{"title":"Giant","version":"1"},"servers":[{"url":"https://giant.example"}],
        "paths":{ {{paths ?? Path("/p", "get")}} },
        "components":{"schemas":{"Thing":{{schema}}{{(schemas is null ? "" : "," + schemas)}} } } }
        """);

    private static string Path(string path, string id) => $$"""
        "{{path}}":{"get":{"operationId":"{{id}}","responses":{"200":{"description":"ok","content":{"application/json":{"schema":{{Reference("Thing")}} } } } } } }
        """;

    private static string Reference(string name) => $$"""{"$ref":"#/components/schemas/{{name}}"}""";

    private static string Nested(int depth, string open, string inner, string close) =>
        string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

    private static string Repeat(int count, string separator, Func<int, string> part) => string.Join(separator, Enumerable.Range(0, count).Select(part));
}
