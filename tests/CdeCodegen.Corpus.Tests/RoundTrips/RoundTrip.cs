using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json.Nodes;
using CdeCodegen.Runtime;

namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>
/// Calls every operation of a compiled client once for each case of its result. The request must be as documented, and a response generated from
/// the document's schema must be read into the expected case.
/// </summary>
internal sealed class RoundTrip
{
    private readonly RawDocument _document;
    private readonly InstanceGenerator _instances;
    private readonly StubHandler _stub = new(_ => throw new InvalidOperationException("No answer is set."));
    private readonly List<RoundTripFailure> _failures = [];
    private readonly SerializerCheck _serializer = new();
    private int _calls;

    /// <summary>The body of the last answer, if it is JSON.</summary>
    private string? _json;

    private RoundTrip(RawDocument document)
    {
        _document = document;
        _instances = new InstanceGenerator(document);
    }

    /// <param name="document">The document with the expected requests and responses.</param>
    /// <param name="assembly">The compiled client.</param>
    public static RoundTripReport Run(CorpusDocument document, byte[] assembly)
    {
        long start = Stopwatch.GetTimestamp();
        var raw = new RawDocument(Bundle.Of(document));
        var context = new AssemblyLoadContext(document.Name, isCollectible: true);
        try
        {
            using var stream = new MemoryStream(assembly);
            return new RoundTrip(raw).Run(context.LoadFromStream(stream)) with { Time = Stopwatch.GetElapsedTime(start) };
        }
        finally
        {
            context.Unload();
        }
    }

    private RoundTripReport Run(Assembly assembly)
    {
        ConstructorInfo constructor = assembly.GetExportedTypes()
            .Select(type => type.GetConstructor([typeof(ApiClientOptions)]))
            .Single(found => found is not null)!;
        using var http = new HttpClient(_stub);
        object client = constructor.Invoke([new ApiClientOptions { HttpClient = http, BaseUrl = new Uri("https://stub.example/base/") }]);
        IReadOnlyList<ClientOperation> operations = ClientWalk.Operations(client);
        int called = operations.Count(Call);
        return new RoundTripReport(operations.Count, called, _calls, _failures, default);
    }

    private bool Call(ClientOperation operation)
    {
        int before = _failures.Count;
        Type[] cases = [.. operation.Result.GetNestedTypes().Where(type => type.BaseType == operation.Result)];
        for (int i = 0; i < Math.Max(2, cases.Length) && cases.Length > 0; i++)
        {
            // The first call sets all optional arguments, the others none.
            Call(operation, cases[Math.Min(i, cases.Length - 1)], new ArgumentMaker(isFull: i == 0));
        }

        return _failures.Count == before && cases.Length > 0;
    }

    private void Call(ClientOperation operation, Type @case, ArgumentMaker arguments)
    {
        _calls++;
        string status = @case.GetCustomAttribute<ApiResultCaseAttribute>()!.Status;
        bool hasHeaders = false;
        _stub.Requests.Clear();
        _stub.Bodies.Clear();
        _json = null;
        _stub.Answer = request =>
        {
            RawOperation raw = _document.Operations.FirstOrDefault(candidate => candidate.HasLabel(operation.Label) && candidate.Matches(request))
                ?? throw new RoundTripException("another method or path", $"{request.Method} {request.RequestUri} for {operation.Label}");
            RequestCheck.Check(raw, _document, request, request.Content is null ? null : _stub.Bodies[^1]);
            return Answer(raw, status, request, out hasHeaders);
        };

        try
        {
            object?[] values = [.. operation.Method.GetParameters().Select(arguments.Argument)];
            var task = (Task)operation.Method.Invoke(operation.Builder, BindingFlags.DoNotWrapExceptions, null, values, null)!;
            task.GetAwaiter().GetResult();
            object? result = task.GetType().GetProperty("Result")!.GetValue(task);
            ResultCheck.Check(@case, result, hasHeaders);
            _serializer.CheckResponse(result, _json);
            _serializer.CheckRequest(operation.Method.GetParameters(), values, IsJson(_stub.Request) ? _stub.Body : null);
        }
        catch (RoundTripException exception)
        {
            Fail(exception.Message, exception.Detail, isCrash: false);
        }
        catch (ResponseException exception)
        {
            Fail(exception.GetType().Name, exception.Message, isCrash: false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Fail(exception.GetType().Name, $"{exception.Message} {string.Join(" ", (exception.StackTrace ?? "").Split('\n').Take(3))}", isCrash: true);
        }

        void Fail(string cause, string message, bool isCrash) => _failures.Add(
            new RoundTripFailure(operation.Method.Name + " " + operation.Label, status, cause, message.ReplaceLineEndings(" "), isCrash));
    }

    private static bool IsJson(HttpRequestMessage request) =>
        request.Content?.Headers.ContentType?.MediaType is { } type
        && (type.EndsWith("/json", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal));

    private HttpResponseMessage Answer(RawOperation raw, string status, HttpRequestMessage request, out bool hasHeaders)
    {
        SpecNode? documented = raw.Response(status);
        if (documented is null && !raw.HasNoResponse)
        {
            throw new RoundTripException("an undocumented case", status);
        }

        int code = raw.StatusOf(status);
        var response = new HttpResponseMessage((HttpStatusCode)code);
        bool hasBody = raw.Method != "HEAD" && code is not (< 200 or 204 or 205 or 304);
        string[] accept = code is < 200 or > 299 ? [] : [.. request.Headers.NonValidated["Accept"].ToString().Split(", ").Select(type => type.Split(";q=")[0])];
        if (hasBody && documented is not null && raw.Content(documented, accept) is var (mediaType, schema))
        {
            string body = raw.IsSentAsJson(mediaType, schema) ? _instances.Make(schema)?.ToJsonString() ?? "null"
                : mediaType == "text/plain" && _instances.Make(schema) is JsonValue scalar ? scalar.ToString()
                : "text";
            _json = raw.IsSentAsJson(mediaType, schema) ? body : null;
            response.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            response.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        }

        hasHeaders = true;
        foreach (SpecMember header in documented?["headers"]?.Members ?? [])
        {
            SpecNode? node = _document.Resolve(header.Value);
            JsonNode? value = node is null ? null : _instances.Make(_document.IsSwagger ? node : node["schema"]);
            string? text = value is JsonArray items ? string.Join(", ", items) : value is JsonValue ? value.ToString() : null;
            bool isSent = text is not null && !header.Name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)
                && response.Headers.TryAddWithoutValidation(header.Name, text);
            hasHeaders &= isSent;
        }

        return response;
    }
}
