namespace CdeCodegen.Runtime.Testing;

/// <summary>The answers of one operation, one for each call. The last answer repeats. Safe for concurrent use.</summary>
public sealed class ApiFakeAnswers
{
    private readonly object _lock = new();
    private readonly List<Answer> _answers = [];
    private int _next;

    internal ApiFakeAnswers(Type resultType) => ResultType = resultType;

    internal Type ResultType { get; }

    /// <summary>Adds a result.</summary>
    /// <exception cref="ArgumentException">It is the result of another operation.</exception>
    public ApiFakeAnswers Then(ApiResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!ResultType.IsInstanceOfType(result))
        {
            throw new ArgumentException($"{result.GetType().DeclaringType?.Name ?? result.GetType().Name} is not a {ResultType.Name}, so it cannot answer the same operation.");
        }

        return Add((_, _) => Task.FromResult(result));
    }

    /// <summary>Adds a function that makes the result.</summary>
    public ApiFakeAnswers Then(Func<ApiFakeCall, ApiResult> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return Add((call, _) => Task.FromResult(answer(call)));
    }

    /// <summary>Adds an exception.</summary>
    public ApiFakeAnswers ThenThrows(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Add((_, _) => Task.FromException<ApiResult>(exception));
    }

    /// <summary>Delays the answer that was added last. The call's cancellation token ends the wait.</summary>
    /// <param name="delay">The delay. <see cref="Timeout.InfiniteTimeSpan"/> waits until the call is canceled.</param>
    public ApiFakeAnswers After(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, Timeout.InfiniteTimeSpan);
        lock (_lock)
        {
            _answers[^1] = _answers[^1] with { Delay = delay };
        }

        return this;
    }

    internal ApiFakeAnswers Add(Func<ApiFakeCall, CancellationToken, Task<ApiResult>> make)
    {
        lock (_lock)
        {
            _answers.Add(new Answer(make, TimeSpan.Zero));
        }

        return this;
    }

    internal async Task<ApiResult> AnswerAsync(ApiFakeCall call, TimeProvider clock, CancellationToken cancellationToken)
    {
        Answer answer;
        lock (_lock)
        {
            answer = _answers[Math.Min(_next, _answers.Count - 1)];
            _next = Math.Min(_next + 1, _answers.Count);
        }

        if (answer.Delay != TimeSpan.Zero)
        {
            await Task.Delay(answer.Delay, clock, cancellationToken).ConfigureAwait(false);
        }

        return await answer.Make(call, cancellationToken).ConfigureAwait(false);
    }

    private sealed record Answer(Func<ApiFakeCall, CancellationToken, Task<ApiResult>> Make, TimeSpan Delay);
}
