using System.Reflection;

namespace CdeCodegen.Mutation.Worker;

/// <summary>The class that Stryker compiled into the mutated assembly: it activates a mutant and records which mutants are executed.</summary>
internal sealed class MutantSwitch
{
    private const int None = -1;

    private readonly FieldInfo _active;
    private readonly FieldInfo _capture;
    private readonly MethodInfo _reset;
    private readonly MethodInfo _covered;

    public MutantSwitch(Assembly mutated)
    {
        Type type = mutated.GetTypes().Single(type => type.Name == "MutantControl");
        _active = type.GetField("ActiveMutant")!;
        _capture = type.GetField("CaptureCoverage")!;
        _reset = type.GetMethod("ResetCoverage")!;
        _covered = type.GetMethod("GetCoverageData")!;
        Deactivate();
    }

    public void Activate(int id) => _active.SetValue(null, id);

    public void Deactivate() => _active.SetValue(null, None);

    /// <summary>Records which mutants an action executes.</summary>
    /// <returns>The executed mutants, and those of them that a static initializer executes.</returns>
    public (int[] All, int[] Static) Capture(Action action)
    {
        _reset.Invoke(null, null);
        _capture.SetValue(null, true);
        action();
        _capture.SetValue(null, false);
        var lists = (IList<int>[])_covered.Invoke(null, null)!;
        return ([.. lists[0]], [.. lists[1]]);
    }
}
