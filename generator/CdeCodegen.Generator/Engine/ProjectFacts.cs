using CdeCodegen.Generator.Emission;

namespace CdeCodegen.Generator.Engine;

/// <summary>The properties of the consuming project that generation depends on.</summary>
/// <param name="HasRuntime">Whether the project references <see cref="Runtime"/>.</param>
/// <param name="Language">The C# version as the compiler numbers it: 1200 for C# 12.</param>
/// <param name="Emission">The properties that the printed text depends on.</param>
internal sealed record ProjectFacts(bool HasRuntime, int Language, EmissionFacts Emission)
{
    /// <summary>C# 12: generated code uses required members, primary constructors and collection expressions.</summary>
    public const int OldestLanguage = 1200;

    /// <summary>The file name of the runtime, without extension.</summary>
    public const string Runtime = "CdeCodegen.Runtime";

    /// <summary>The file name, without extension, of the reference that adds registrations for dependency injection.</summary>
    public const string HttpFactory = "Microsoft.Extensions.Http";

    /// <param name="language">The C# version as the compiler numbers it. "Preview" is a larger number than every version.</param>
    /// <param name="compiler">The version of the compiler.</param>
    /// <param name="hasRuntime">Whether the project references <see cref="Runtime"/>.</param>
    /// <param name="hasHttpFactory">Whether the project references <see cref="HttpFactory"/>.</param>
    public static ProjectFacts From(int language, Version compiler, bool hasRuntime, bool hasHttpFactory) =>
        new(hasRuntime, language, new EmissionFacts(HasClosedTypes(language, compiler), hasHttpFactory));

    /// <summary>
    /// Whether the compiler supports closed classes (C# 15). "Preview" is a higher number in every compiler but includes C# 15 only from Roslyn 5.9 on,
    /// hence the check of the compiler's version.
    /// </summary>
    private static bool HasClosedTypes(int language, Version compiler) => language >= 1500 && compiler >= new Version(5, 9);
}
