namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>The results of calling all operations of a client.</summary>
/// <param name="Operations">The number of operations in the client.</param>
/// <param name="Called">The number of operations for which every call succeeded.</param>
/// <param name="Calls">The number of calls, at least one for each documented case of each operation.</param>
/// <param name="Failures">The failed calls.</param>
internal sealed record RoundTripReport(int Operations, int Called, int Calls, IReadOnlyList<RoundTripFailure> Failures, TimeSpan Time)
{
    public static readonly RoundTripReport None = new(0, 0, 0, [], default);
}

/// <param name="Operation">The method name and the label of the operation.</param>
/// <param name="Case">The documented status.</param>
/// <param name="Cause">The kind of failure or the type of the exception. Reports group by it.</param>
/// <param name="Message">The details.</param>
/// <param name="IsCrash">Whether the client threw an exception that it is not documented to throw.</param>
internal sealed record RoundTripFailure(string Operation, string Case, string Cause, string Message, bool IsCrash);
