using System.Reflection;

namespace CdeCodegen.Mutation.Worker;

/// <summary>The class that Stryker compiled into the mutated assembly: it activates a mutant and records which mutants are executed.</summary>
internal sealed class MutantSwitch
{
    private const int None = -1;

    /// <summary>The largest number of a mutant. Stryker counts them.</summary>
    private const int MaxId = 200_000;

    private readonly FieldInfo _active;
    private readonly FieldInfo _capture;
    private readonly byte[] _executed = new byte[MaxId + 1];
    private readonly byte[] _executedInStatic = new byte[MaxId + 1];

    public MutantSwitch(Assembly mutated)
    {
        Type type = mutated.GetTypes().Single(type => type.Name == "MutantControl");
        _active = type.GetField("ActiveMutant")!;
        _capture = type.GetField("CaptureCoverage")!;
        type.GetField(CoverageArrays.Executed)!.SetValue(null, _executed);
        type.GetField(CoverageArrays.ExecutedInStatic)!.SetValue(null, _executedInStatic);
        Deactivate();
    }

    public void Activate(int id) => _active.SetValue(null, id);

    public void Deactivate() => _active.SetValue(null, None);

    /// <summary>Records which mutants an action executes.</summary>
    /// <returns>The executed mutants, and those of them that a static initializer executes.</returns>
    public (int[] All, int[] Static) Capture(Action action)
    {
        Array.Clear(_executed);
        Array.Clear(_executedInStatic);
        _capture.SetValue(null, true);
        action();
        _capture.SetValue(null, false);
        return (Numbers(_executed), Numbers(_executedInStatic));
    }

    private static int[] Numbers(byte[] executed) => [.. Enumerable.Range(0, executed.Length).Where(id => executed[id] != 0)];
}
