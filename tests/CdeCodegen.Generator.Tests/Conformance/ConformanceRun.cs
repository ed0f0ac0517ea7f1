using System.Runtime.CompilerServices;
using CdeCodegen.Runtime;

namespace CdeCodegen.Generator.Tests.Conformance;

/// <summary>What a program of the conformance tests gets: the options of the client, and checks that collect failures. Public, because programs are compiled on their own.</summary>
public sealed class ConformanceRun(Uri server)
{
    private readonly List<string> _failures = [];

    public ApiClientOptions Options { get; } = new() { BaseUrl = server };

    public IReadOnlyList<string> Failures => _failures;

    /// <summary>The number of calls so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Awaits a call. The server answers with an error unless the request is exactly the expected one. Null after a failure.</summary>
    public async Task<T?> Ok<T>(Task<T> call, [CallerLineNumber] int line = 0)
        where T : ApiResult
    {
        T? result = await Any(call, line);
        if (result is { IsSuccess: false })
        {
            _failures.Add($"line {line}: {typeof(T).Name} has status {result.StatusCode}");
        }

        return result;
    }

    /// <summary>Enumerates a list in pages, which must have this number of items. Each page must be a success.</summary>
    public async Task Items<TResult, TItem>(int expected, ApiPages<TResult, TItem> pages, [CallerLineNumber] int line = 0)
        where TResult : ApiResult
    {
        int items = 0;
        try
        {
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await foreach (TItem item in pages.WithCancellation(timeout.Token))
            {
                items++;
            }
        }
        catch (Exception error)
        {
            _failures.Add($"line {line}: {typeof(TResult).Name}: {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}");
        }

        Calls++;
        Equal(expected, items, line);
    }

    /// <summary>Awaits a call that may have any documented status. Null after a failure.</summary>
    public async Task<T?> Any<T>(Task<T> call, [CallerLineNumber] int line = 0)
        where T : ApiResult
    {
        Calls++;
        try
        {
            return await call.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (Exception error)
        {
            _failures.Add($"line {line}: {typeof(T).Name}: {error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}");
            return null;
        }
    }

    /// <summary>Awaits a call whose request the server checks, but whose response is not the documented one. The coverage table shows whether it counted.</summary>
    public async Task Sent<T>(Task<T> call, [CallerLineNumber] int line = 0)
        where T : ApiResult
    {
        Calls++;
        try
        {
            await call.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (ResponseFormatException)
        {
        }
        catch (UnexpectedStatusException error)
        {
            _failures.Add($"line {line}: {typeof(T).Name}: {error.Message}");
        }
    }

    public void Equal<T>(T expected, T actual, [CallerLineNumber] int line = 0)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            _failures.Add($"line {line}: expected {expected} but found {actual}");
        }
    }
}
