using CdeCodegen.Corpus.Tests.RoundTrips;

namespace CdeCodegen.Corpus.Tests;

/// <summary>The results of generating, compiling and calling the client of one document.</summary>
/// <param name="Generated">The number of operations in the client.</param>
/// <param name="Models">The number of types in the namespace of the models.</param>
/// <param name="Exception">The exception that the generator threw, or that it caught and reported as CDE0012; null if there is none.</param>
/// <param name="Diagnostics">The diagnostics of the generator.</param>
/// <param name="CompileErrors">The errors and warnings of the compiler, as C# 12 and as the newest C#.</param>
/// <param name="Lines">The number of emitted lines.</param>
/// <param name="CodeLines">The number of emitted lines that are neither blank nor a comment.</param>
/// <param name="Allocated">The bytes allocated while generating, which includes the parse of the generated files.</param>
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

/// <param name="Position">The file name, line and column.</param>
internal sealed record GeneratorDiagnostic(string Id, string Severity, string Message, string Position);

/// <param name="Position">The file name, line and column.</param>
/// <param name="Line">The text of the line.</param>
internal sealed record CompileError(string Language, string Id, string Message, string Position, string Line);
