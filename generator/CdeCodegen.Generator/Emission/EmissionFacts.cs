namespace CdeCodegen.Generator.Emission;

/// <summary>What the consumer's compilation decides about the text. Small and value-equal: it is combined with every unit.</summary>
/// <param name="Closed">The consumer compiles as C# 15 or later and has <c>IsClosedTypeAttribute</c>: hierarchies are marked <c>closed</c>.</param>
/// <param name="DependencyInjection">The consumer references <c>Microsoft.Extensions.Http</c>: the registration method is emitted.</param>
internal sealed record EmissionFacts(bool Closed, bool DependencyInjection)
{
    /// <summary>C# 12, nothing but the runtime referenced.</summary>
    public static readonly EmissionFacts Floor = new(false, false);
}
