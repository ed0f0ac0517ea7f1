using System.Text;

namespace CdeCodegen.Runtime.Tests.Faults;

/// <summary>Runs alone, because it measures the memory of the process.</summary>
[CollectionDefinition(nameof(FaultTableTests), DisableParallelization = true)]
public class FaultTableCollection;

/// <summary>Calls servers that misbehave, over sockets, and compares how each call ends with <c>docs/faults.md</c>.</summary>
[Collection(nameof(FaultTableTests))]
public class FaultTableTests
{
    private const string WriteVariable = "CDECODEGEN_WRITE_TABLES";
    private const int Attempts = 3;

    [Fact]
    public async Task Every_fault_ends_as_the_table_says()
    {
        string path = Repository.PathOf("docs", "faults.md");
        bool isWritten = Environment.GetEnvironmentVariable(WriteVariable) == "1";
        string table = await WriteAsync(isWritten ? "" : File.ReadAllText(path));
        if (isWritten)
        {
            File.WriteAllText(path, table);
        }

        Assert.DoesNotContain("UNDOCUMENTED", table);
        Assert.Equal(File.ReadAllText(path), table);
    }

    /// <summary>A storm of refusals is as many cases, and nothing is sent twice.</summary>
    [Fact]
    public async Task Hundred_calls_that_are_refused_at_once_are_hundred_cases()
    {
        await using StubServer server = await StubServer.StartAsync(401, "{\"message\":\"no\"}");
        ApiClientCore core = server.Client(o => o.AccessTokenProvider = new StaticAccessTokenProvider("token"));

        FaultResult[] results = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => new ApiRequest(core, "PATCH", $"/things").SendAsync(FaultResult.Read, default)));

        Assert.All(results, result => Assert.IsType<FaultResult.Unauthorized>(result));
        Assert.Equal(100, server.Requests.Count);
    }

    /// <summary>Nothing listens on the port.</summary>
    [Theory]
    [InlineData("GET")]
    [InlineData("PATCH")]
    public async Task A_refused_connection_is_a_connection_error(string method)
    {
        var server = new RawServer(static (_, _) => Task.CompletedTask);
        Uri url = server.Url;
        await server.DisposeAsync();
        var core = new ApiClientCore(new ApiClientOptions { BaseUrl = url }, null);

        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => new ApiRequest(core, method, $"/things").SendAsync(FaultResult.Read, default));

        Assert.Equal(HttpRequestError.ConnectionError, error.HttpRequestError);
    }

    /// <param name="documented">The table as it is. A row that is not in it is tried again, because a busy machine cancels a call at another moment.</param>
    private static async Task<string> WriteAsync(string documented)
    {
        var table = new StringBuilder();
        table.Append("""
            # Faults

            How a call ends when its server, or what lies between, misbehaves. `FaultTableTests` calls a server on plain sockets that does what the first column
            says, writes this file with `CDECODEGEN_WRITE_TABLES=1`, and compares it otherwise:

            ```
            dotnet test tests/CdeCodegen.Runtime.Tests --filter "FullyQualifiedName~FaultTableTests"
            ```

            The operation documents 200, 401 and 404 with a JSON body, and 204, 429 and 503 without one. Limits: 1 MB for a body, three retries, 50 ms for the
            delay before a retry. The pipeline is the default one; retries and redirects are those of that pipeline.

            After each row the next call over the same pool of *one* connection succeeds, so the connection is back, and less than 6 MB of memory remain
            (except after a certificate that is refused). The first groups use HTTP/1.1 without TLS; the last one HTTP/2 over TLS, with Kestrel as the server.
            Each exception for a response, and each `BodyError`, carries the status, the headers and the first 8 KB of the body. An `OutcomeUnknownException`
            is an `HttpRequestException` that says that the server may have carried the request out; it is never sent again.
            Only `REFUSED_STREAM` of HTTP/2 has the platform send any request again, because it says that the server has not processed it.
            A refused connection is an `HttpRequestException` (ConnectionError) for every method. `HangUpTests` covers more hang-ups over HTTP/2.
            HTTP/3 is not in the table, because a server for it needs the native library `msquic`. The client uses it only if the given `HttpClient` asks for it.

            """);
        string group = "";
        foreach (Fault fault in FaultList.All)
        {
            if (fault.Group != group)
            {
                group = fault.Group;
                table.Append($"\n## {group}\n\n| the server | GET ends as | PATCH ends as |\n|---|---|---|\n");
            }

            string row = await DescribeAsync(fault);
            for (int attempt = 1; attempt < Attempts && documented.Length > 0 && !documented.Contains(row, StringComparison.Ordinal); attempt++)
            {
                row = await DescribeAsync(fault);
            }

            table.Append(row);
        }

        return table.ToString();
    }

    private static async Task<string> DescribeAsync(Fault fault)
    {
        string get = await FaultCall.DescribeAsync(fault, "GET");
        string patch = await FaultCall.DescribeAsync(fault, "PATCH");
        return $"| {fault.Name} | {get} | {(get == patch ? "the same" : patch)} |\n";
    }
}
