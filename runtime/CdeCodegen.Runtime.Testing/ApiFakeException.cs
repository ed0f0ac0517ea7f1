namespace CdeCodegen.Runtime.Testing;

/// <summary>Thrown by a call to an operation that the fake has no answer for.</summary>
public sealed class ApiFakeException : InvalidOperationException
{
    internal ApiFakeException(ApiFakeCall call)
        : base(
            $"The fake has no answer for {call.Operation} ({call.Method} {call.Template}). "
            + $"Write fake.Returns(new {call.ResultType.Name}.…) or fake.Returns<{call.ResultType.Name}>(call => …) before the call.")
        => Call = call;

    /// <summary>The call without an answer.</summary>
    public ApiFakeCall Call { get; }
}
