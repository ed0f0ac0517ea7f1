namespace CdeCodegen.Corpus.Tests.RoundTrips;

/// <summary>What came of calling a client.</summary>
/// <param name="Operations">That were found by walking through the client's request builders.</param>
/// <param name="Called">Operations whose every call came back right.</param>
/// <param name="Calls">One at least for each documented case of each operation.</param>
/// <param name="Failures">One for each call that did not.</param>
internal sealed record RoundTripReport(int Operations, int Called, int Calls, IReadOnlyList<RoundTripFailure> Failures, TimeSpan Time)
{
    public static readonly RoundTripReport None = new(0, 0, 0, [], default);
}

/// <param name="Operation">Verb and label.</param>
/// <param name="Case">The documented status.</param>
/// <param name="Cause">What failures are grouped by: the kind of mistake or the exception's type.</param>
/// <param name="Message">More of it.</param>
/// <param name="IsCrash">An exception that no client is documented to throw.</param>
internal sealed record RoundTripFailure(string Operation, string Case, string Cause, string Message, bool IsCrash);
