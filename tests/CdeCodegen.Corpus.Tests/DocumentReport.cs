using CdeCodegen.Corpus.Tests.RoundTrips;

namespace CdeCodegen.Corpus.Tests;

/// <summary>What came of a document.</summary>
/// <param name="Generated">Operations in the client.</param>
/// <param name="Models">Types in the models' namespace.</param>
/// <param name="Exception">That left the generator, or that it caught and reported as CDE0012.</param>
/// <param name="Diagnostics">Of the generator.</param>
/// <param name="CompileErrors">Of the compiler, warnings included, with C# 12 and with the newest.</param>
/// <param name="Lines">Emitted, all of them.</param>
/// <param name="CodeLines">Those that are neither blank nor a comment.</param>
/// <param name="Allocated">Bytes while generating, the parsing of what was generated included.</param>
/// <param name="RoundTrip">What came of calling the client.</param>
internal sealed record DocumentReport(
    CorpusDocument Document,
    Oracle Oracle,
    int Generated,
    int Models,
    string? Exception,
    IReadOnlyList<GeneratorDiagnostic> Diagnostics,
    IReadOnlyList<CompileError> CompileErrors,
    int Files,
    int Lines,
    int CodeLines,
    TimeSpan GenerateTime,
    TimeSpan CompileTime,
    long Allocated,
    RoundTripReport RoundTrip);

internal sealed record GeneratorDiagnostic(string Id, string Severity, string Message, string Place);

/// <param name="Line">The line of generated text that the compiler objects to.</param>
internal sealed record CompileError(string Language, string Id, string Message, string Place, string Line);
