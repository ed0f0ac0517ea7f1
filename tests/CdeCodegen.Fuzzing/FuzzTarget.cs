namespace CdeCodegen.Fuzzing;

/// <summary>Code under test, with an oracle.</summary>
internal abstract class FuzzTarget
{
    /// <summary>The name on the command line, and of the folder of its seeds.</summary>
    public abstract string Name { get; }

    /// <summary>The seeds that the target makes itself. Files in <c>Seeds/{Name}</c>, which hold inputs that once failed, are added.</summary>
    public abstract IEnumerable<string> BuiltInSeeds();

    /// <summary>Makes the next input from a seed.</summary>
    public abstract string Mutate(string seed, Random random);

    /// <summary>Runs one input.</summary>
    /// <exception cref="FuzzException">The code and its oracle disagree.</exception>
    public abstract void Run(string input);

    /// <summary>How many inputs were accepted by the code under test. Runs that accept nothing test little.</summary>
    public long Accepted { get; protected set; }

    /// <summary>What else the target counts, for the progress of a run: <c>", 10 compiled"</c>.</summary>
    public virtual string Details => "";

    public static FuzzTarget[] All =>
    [
        new Targets.JsonDocumentTarget(), new Targets.JsonBodyTarget(), new Targets.YamlTarget(), new Targets.DocumentTarget(), new Targets.ModelTarget(),
        new Targets.UriTarget(), new Targets.HeaderTarget(), new Targets.MultipartTarget(),
    ];
}

/// <summary>The code under test and its oracle disagree.</summary>
internal sealed class FuzzException(string message) : Exception(message)
{
    public static void ThrowUnless(bool condition, string message)
    {
        if (!condition)
        {
            throw new FuzzException(message);
        }
    }
}
