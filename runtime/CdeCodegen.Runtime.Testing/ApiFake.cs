using System.Reflection;
using CdeCodegen.Runtime.Generated;

namespace CdeCodegen.Runtime.Testing;

/// <summary>Answers the calls of a generated client in place of a server, and records them. Safe for concurrent use.</summary>
/// <remarks>A result type belongs to one operation, so it says which operation an answer is for.</remarks>
public sealed class ApiFake
{
    private readonly object _lock = new();
    private readonly Dictionary<Type, ApiFakeAnswers> _answers = [];
    private readonly List<ApiFakeCall> _calls = [];
    private readonly TimeProvider _clock;

    /// <summary>Creates a fake without answers.</summary>
    /// <param name="clock">Measures delays; the system clock by default.</param>
    public ApiFake(TimeProvider? clock = null)
    {
        _clock = clock ?? TimeProvider.System;
        Options = new ApiClientOptions();
        Configure(Options);
    }

    /// <summary>The options to create a client with.</summary>
    public ApiClientOptions Options { get; }

    /// <summary>The calls so far, in the order in which they started.</summary>
    /// <value>A copy: later calls do not change it.</value>
    public IReadOnlyList<ApiFakeCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Directs a client with these options to this fake. For options that somebody else creates, such as those of a service collection.</summary>
    /// <param name="options">The options. Their base URL is replaced, so that paths are those of the document.</param>
    public void Configure(ApiClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.BaseUrl = new Uri("https://fake.invalid");
        options.CallHandler = new Handler(this);
    }

    /// <summary>The calls of one operation so far.</summary>
    /// <typeparam name="TResult">The result of the operation.</typeparam>
    public IReadOnlyList<ApiFakeCall> CallsOf<TResult>()
        where TResult : ApiResult
    {
        Type operation = FakeOperation.TypeOf(typeof(TResult));
        return [.. Calls.Where(call => call.ResultType == operation)];
    }

    /// <summary>Answers an operation with results. It replaces the operation's earlier answers.</summary>
    /// <param name="result">The first result. It is also the only one if no others follow: every call then returns it.</param>
    /// <param name="next">The results of the further calls. The last one repeats.</param>
    /// <returns>The answers, to add further ones.</returns>
    /// <exception cref="ArgumentException">The results are not those of one operation.</exception>
    public ApiFakeAnswers Returns(ApiResult result, params ApiResult[] next)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(next);
        var answers = new ApiFakeAnswers(FakeOperation.TypeOf(result.GetType()));
        answers.Then(result);
        foreach (ApiResult further in next)
        {
            answers.Then(further);
        }

        return Set(answers);
    }

    /// <summary>Answers an operation with what a function returns or throws. It replaces the operation's earlier answers.</summary>
    /// <typeparam name="TResult">The result of the operation.</typeparam>
    /// <param name="answer">The function. It may run concurrently.</param>
    /// <returns>The answers, to add further ones.</returns>
    public ApiFakeAnswers Returns<TResult>(Func<ApiFakeCall, TResult> answer)
        where TResult : ApiResult
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Set(new ApiFakeAnswers(FakeOperation.TypeOf(typeof(TResult))).Add((call, _) => Task.FromResult<ApiResult>(answer(call))));
    }

    /// <summary>Answers an operation with what an asynchronous function returns or throws. It replaces the operation's earlier answers.</summary>
    /// <typeparam name="TResult">The result of the operation.</typeparam>
    /// <param name="answer">The function. Its token is that of the call. It may run concurrently.</param>
    /// <returns>The answers, to add further ones.</returns>
    public ApiFakeAnswers Returns<TResult>(Func<ApiFakeCall, CancellationToken, Task<TResult>> answer)
        where TResult : ApiResult
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Set(new ApiFakeAnswers(FakeOperation.TypeOf(typeof(TResult))).Add(
            async (call, cancellationToken) => await answer(call, cancellationToken).ConfigureAwait(false)));
    }

    /// <summary>Makes an operation throw. It replaces the operation's earlier answers.</summary>
    /// <typeparam name="TResult">The result of the operation.</typeparam>
    /// <param name="exception">The exception, for example an <see cref="HttpRequestException"/> or <see cref="UnexpectedStatusException"/>.</param>
    /// <returns>The answers, to add further ones.</returns>
    public ApiFakeAnswers Throws<TResult>(Exception exception)
        where TResult : ApiResult
        => Set(new ApiFakeAnswers(FakeOperation.TypeOf(typeof(TResult))).ThenThrows(exception));

    private ApiFakeAnswers Set(ApiFakeAnswers answers)
    {
        lock (_lock)
        {
            return _answers[answers.ResultType] = answers;
        }
    }

    private ApiFakeAnswers? Record(ApiFakeCall call)
    {
        lock (_lock)
        {
            _calls.Add(call);
            return _answers.GetValueOrDefault(call.ResultType);
        }
    }

    private sealed class Handler(ApiFake fake) : ApiCallHandler
    {
        public override async Task<TResult> SendAsync<TResult>(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ApiResultAttribute? operation = typeof(TResult).GetCustomAttribute<ApiResultAttribute>();
            ApiFakeCall call = await ApiFakeCall.ReadAsync(typeof(TResult), operation, request, cancellationToken).ConfigureAwait(false);
            ApiFakeAnswers answers = fake.Record(call) ?? throw new ApiFakeException(call);
            ApiResult result = await answers.AnswerAsync(call, fake._clock, cancellationToken).ConfigureAwait(false);
            return result as TResult
                ?? throw new InvalidOperationException($"The function that answers {call.Operation} returned {result?.GetType().Name ?? "null"}, which is no {typeof(TResult).Name}.");
        }
    }
}
