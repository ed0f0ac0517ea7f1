namespace CdeCodegen.Analyzers.Tests.Infrastructure;

/// <summary>Whether tests that combine every shape of the corpus with every form run on a fixed sample.</summary>
internal static class Sampling
{
    /// <value>True if the environment variable <c>CDECODEGEN_ALL_SPELLINGS</c> is 1: nothing is left out.</value>
    public static bool IsOff { get; } = Environment.GetEnvironmentVariable("CDECODEGEN_ALL_SPELLINGS") == "1";
}
