namespace CdeCodegen.Generator.Emission;

/// <summary>The properties of the consumer's compilation that change the text. Small and value-equal: the pipeline combines it with every unit.</summary>
/// <param name="Closed">
/// Whether hierarchies get the <c>closed</c> modifier: the consumer compiles as C# 15 or later and has <c>IsClosedTypeAttribute</c>.
/// </param>
/// <param name="DependencyInjection">Whether to emit the registration method: the consumer references <c>Microsoft.Extensions.Http</c>.</param>
internal sealed record EmissionFacts(bool Closed, bool DependencyInjection)
{
    /// <summary>C# 12 with a reference to the runtime only.</summary>
    public static readonly EmissionFacts Floor = new(false, false);
}
