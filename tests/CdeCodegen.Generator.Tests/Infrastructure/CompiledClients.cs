using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace CdeCodegen.Generator.Tests.Infrastructure;

/// <summary>
/// Keeps what came out of compiling a client while mutants run: most of them do not change the client of a given document, and compiling takes most of the time
/// of a test. Ordinary runs keep nothing.
/// </summary>
internal static class CompiledClients
{
    private static readonly bool s_isOn = Environment.GetEnvironmentVariable("CDECODEGEN_MUTATION") == "1";
    private static readonly ConcurrentDictionary<string, object> s_kept = new();

    /// <param name="run">The client.</param>
    /// <param name="compile">Compiles it. The result depends on the texts of the client and of the program only.</param>
    public static T Get<T>(GeneratorRun run, Func<T> compile)
        where T : class
    {
        if (!s_isOn)
        {
            return compile();
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<string> texts = run.Result.GeneratedSources.Select(source => source.HintName + "\n" + source.SourceText)
            .Concat(run.Compilation.SyntaxTrees.Select(tree => tree.ToString()))
            .Append(typeof(T).Name + run.Options.LanguageVersion);
        foreach (string text in texts)
        {
            hash.AppendData(Encoding.Unicode.GetBytes(text + "\0"));
        }

        return (T)s_kept.GetOrAdd(Convert.ToHexString(hash.GetHashAndReset()), _ => compile());
    }
}
