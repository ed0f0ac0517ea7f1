namespace CdeCodegen.Package.Tests;

/// <summary>Tests that take minutes. They run if an environment variable asks for them, so that all tests together stay quick.</summary>
internal static class LongTests
{
    private const string Variable = "CDECODEGEN_ALL_PACKAGES";

    /// <summary>Why a long test is skipped; null if it runs.</summary>
    public static string? Skip { get; } = Environment.GetEnvironmentVariable(Variable) == "1" ? null : $"Takes minutes: set {Variable}=1.";
}

/// <summary>One of the <see cref="LongTests"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = LongTests.Skip;
}
