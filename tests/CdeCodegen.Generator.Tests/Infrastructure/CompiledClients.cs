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
    /// <summary>The switch under which a client that is not kept is not compiled: the tests that fail without a compiler run first.</summary>
    private const string Postpone = "CdeCodegen.Mutation.Postpone";

    /// <summary>Beside the tests, because a mutant can end the process.</summary>
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "clients");

    private static readonly ConcurrentDictionary<string, object> s_kept = new();

    /// <summary>Whether mutants run.</summary>
    public static bool AreKept { get; } = Environment.GetEnvironmentVariable("CDECODEGEN_MUTATION") == "1";

    /// <param name="texts">All that the result of <paramref name="compile"/> depends on.</param>
    /// <param name="compile">Compiles the client.</param>
    /// <param name="read">Reads what came out.</param>
    public static T Get<T>(IEnumerable<string> texts, Func<byte[]> compile, Func<byte[], T> read)
        where T : class
    {
        if (!AreKept)
        {
            return read(compile());
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in texts.Append(typeof(T).Name))
        {
            hash.AppendData(Encoding.Unicode.GetBytes(text + "\0"));
        }

        string name = Convert.ToHexString(hash.GetHashAndReset());
        return (T)s_kept.GetOrAdd(name, _ => read(Compile(name, compile)));
    }

    /// <summary>The texts that a compilation of a run depends on.</summary>
    public static IEnumerable<string> TextsOf(GeneratorRun run) => run.Result.GeneratedSources.Select(source => source.HintName + "\n" + source.SourceText)
        .Concat(run.Compilation.SyntaxTrees.Select(tree => tree.ToString()))
        .Append(run.Options.LanguageVersion.ToString());

    private static byte[] Compile(string name, Func<byte[]> compile)
    {
        string file = Path.Combine(s_folder, name);
        if (File.Exists(file))
        {
            return File.ReadAllBytes(file);
        }

        if (AppContext.TryGetSwitch(Postpone, out bool isPostponed) && isPostponed)
        {
            throw new PostponedException();
        }

        byte[] compiled = compile();
        Directory.CreateDirectory(s_folder);
        File.WriteAllBytes(file, compiled);
        return compiled;
    }

    /// <summary>The test has to compile. The program that runs the mutants knows this exception by its name.</summary>
    private sealed class PostponedException : Exception;
}
