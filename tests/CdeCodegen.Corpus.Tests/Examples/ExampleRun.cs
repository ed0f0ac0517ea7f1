using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Corpus.Tests.RoundTrips;
using CdeCodegen.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CdeCodegen.Corpus.Tests.Examples;

/// <summary>What became of the examples of a document.</summary>
/// <param name="Examples">The number of examples.</param>
/// <param name="Same">The number of those that are read, and written as they are.</param>
/// <param name="Invalid">The others that are not valid by their schema.</param>
/// <param name="Ours">The others.</param>
internal sealed record ExampleReport(CorpusDocument Document, int Examples, int Same, IReadOnlyList<ExampleFailure> Invalid, IReadOnlyList<ExampleFailure> Ours);

/// <param name="Problem">What the client did.</param>
/// <param name="Error">Why the example is not valid; null if it is.</param>
internal sealed record ExampleFailure(DocumentExample Example, string Problem, string? Error);

/// <summary>Reads every example of a document with its generated model, and writes it again.</summary>
internal static class ExampleRun
{
    public static ExampleReport Run(CorpusDocument document)
    {
        SpecNode root = Bundle.Of(document);
        List<DocumentExample> examples = DocumentExample.Of(root);
        if (examples.Count == 0)
        {
            return new ExampleReport(document, 0, 0, [], []);
        }

        var synthetic = new ExampleDocument(root);
        (int Object, string Member)[] places = [.. examples.Select(synthetic.Add)];
        (Compilation compilation, _, _) = GeneratorRun.Generate(synthetic.Write(), LanguageVersion.CSharp12);
        (ImmutableArray<Diagnostic> errors, byte[] assembly, _) = GeneratorRun.Compile(compilation);
        if (assembly.Length == 0)
        {
            throw new InvalidOperationException($"{document.Name}: {string.Join('\n', errors.Take(5))}");
        }

        var context = new AssemblyLoadContext(document.Name, isCollectible: true);
        try
        {
            using var stream = new MemoryStream(assembly);
            return new Client(context.LoadFromStream(stream)).Run(document, root, examples, places);
        }
        finally
        {
            context.Unload();
        }
    }

    private sealed class Client
    {
        private readonly StubHandler _stub = new(_ => throw new InvalidOperationException("No answer is set."));
        private readonly Dictionary<string, ClientOperation> _operations;

        public Client(Assembly assembly)
        {
            ConstructorInfo constructor = assembly.GetExportedTypes()
                .Select(type => type.GetConstructor([typeof(ApiClientOptions)]))
                .Single(found => found is not null)!;
            object client = constructor.Invoke([new ApiClientOptions { HttpClient = new HttpClient(_stub), BaseUrl = new Uri("https://stub.example/") }]);
            _operations = ClientWalk.Operations(client).ToDictionary(static operation => operation.Label, StringComparer.OrdinalIgnoreCase);
        }

        public ExampleReport Run(CorpusDocument document, SpecNode root, List<DocumentExample> examples, (int Object, string Member)[] places)
        {
            var comparison = new ExampleComparison(new RawDocument(root));
            ExampleJudge? judge = null;
            List<ExampleFailure> invalid = [];
            List<ExampleFailure> ours = [];
            for (int i = 0; i < examples.Count; i++)
            {
                if (Problem(examples[i], places[i], comparison) is { } problem)
                {
                    judge ??= new ExampleJudge(root);
                    string? error = judge.Error(examples[i]);
                    (error is null ? ours : invalid).Add(new ExampleFailure(examples[i], problem, error));
                }
            }

            return new ExampleReport(document, examples.Count, examples.Count - invalid.Count - ours.Count, invalid, ours);
        }

        private string? Problem(DocumentExample example, (int Object, string Member) place, ExampleComparison comparison)
        {
            string json = new JsonObject { [place.Member] = example.Value?.DeepClone() }.ToJsonString();
            _stub.Requests.Clear();
            _stub.Bodies.Clear();
            _stub.Answer = request => request.Method == HttpMethod.Get
                ? StubHandler.Response(Encoding.UTF8.GetBytes(json), "application/json")
                : StubHandler.Response(null, null, System.Net.HttpStatusCode.NoContent);
            try
            {
                object? value = Body(Call(_operations["get /o" + place.Object], []));
                Call(_operations["post /o" + place.Object], [value]);
                JsonNode? written = JsonNode.Parse(_stub.Bodies[^1])?[place.Member];
                bool isLost = written is null && !JsonNode.Parse(_stub.Bodies[^1])!.AsObject().ContainsKey(place.Member);
                return isLost && example.Value is null ? null : comparison.Difference(example.Value, written, example.Schema);
            }
            catch (ResponseException exception)
            {
                return exception.Message.Replace("The body of the response (status 200) is not what the API's document describes: ", "", StringComparison.Ordinal);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
            {
                return $"{exception.GetType().Name}: {exception.Message}";
            }
        }

        private static object Call(ClientOperation operation, object?[] arguments)
        {
            object?[] all = [.. arguments, null, default(CancellationToken)];
            var task = (Task)operation.Method.Invoke(operation.Builder, BindingFlags.DoNotWrapExceptions, null, all, null)!;
            task.GetAwaiter().GetResult();
            return task.GetType().GetProperty("Result")!.GetValue(task)!;
        }

        private static object? Body(object result) => result.GetType().GetProperty("Body")!.GetValue(result);
    }
}
