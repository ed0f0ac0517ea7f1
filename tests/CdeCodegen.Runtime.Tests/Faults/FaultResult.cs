using System.Net;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>The result of the operation under test, read as generated code reads one: some statuses are documented, with a JSON body.</summary>
internal abstract class FaultResult(ApiResponse response) : ApiResult(response.StatusCode, response.Headers)
{
    public static FaultResult Read(ApiResponse response) => (HttpStatusCode)response.StatusCode switch
    {
        HttpStatusCode.OK => new Ok(response, ReadBody(response)),
        HttpStatusCode.NoContent => new NoContent(response),
        HttpStatusCode.Unauthorized => new Unauthorized(response, ReadBody(response)),
        HttpStatusCode.NotFound => new NotFound(response, ReadBody(response)),
        HttpStatusCode.TooManyRequests => new TooManyRequests(response),
        HttpStatusCode.ServiceUnavailable => new ServiceUnavailable(response),
        _ => throw response.Unexpected(),
    };

    /// <summary>The same operation with a body that is handed out as a stream.</summary>
    public static FaultResult ReadStream(ApiResponse response)
        => response.StatusCode == 200 ? new Download(response, response.Stream()) : throw response.Unexpected();

    /// <summary>The same operation with a body in lines.</summary>
    public static FaultResult ReadLines(ApiResponse response)
        => response.StatusCode == 200 ? new Items(response, response.Items(AnyJson.Read)) : throw response.Unexpected();

    /// <summary>The same operation with an event stream.</summary>
    public static FaultResult ReadEvents(ApiResponse response)
        => response.StatusCode == 200 ? new Events(response, response.Events()) : throw response.Unexpected();

    private static object? ReadBody(ApiResponse response) => response.ReadJson(static (ref JsonReader r) => AnyJson.Read(ref r));

    internal sealed class Ok(ApiResponse response, object? body) : FaultResult(response)
    {
        public object? Body => GetBody(body);
    }

    internal sealed class Download(ApiResponse response, Stream body) : FaultResult(response)
    {
        public Stream Body => GetBody(body);
    }

    internal sealed class Items(ApiResponse response, ApiStream<object?> body) : FaultResult(response)
    {
        public ApiStream<object?> Body => GetBody(body);
    }

    internal sealed class Events(ApiResponse response, ApiStream<ServerSentEvent<string>> body) : FaultResult(response)
    {
        public ApiStream<ServerSentEvent<string>> Body => GetBody(body);
    }

    internal sealed class NoContent(ApiResponse response) : FaultResult(response);

    internal sealed class Unauthorized(ApiResponse response, object? body) : FaultResult(response)
    {
        public object? Body => GetBody(body);
    }

    internal sealed class NotFound(ApiResponse response, object? body) : FaultResult(response)
    {
        public object? Body => GetBody(body);
    }

    internal sealed class TooManyRequests(ApiResponse response) : FaultResult(response);

    internal sealed class ServiceUnavailable(ApiResponse response) : FaultResult(response);
}
