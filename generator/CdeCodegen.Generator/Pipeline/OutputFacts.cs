using CdeCodegen.Generator.Emission;

namespace CdeCodegen.Generator.Pipeline;

/// <summary>What the output of a file depends on besides its unit. It compares by value, and changes only with the project or the package.</summary>
/// <param name="Emission">The properties of the project that change the text.</param>
/// <param name="Pages">The folder in the package that contains the pages about diagnostics; the diagnostic of a file that cannot be printed links to it.</param>
internal sealed record OutputFacts(EmissionFacts Emission, string Pages);
