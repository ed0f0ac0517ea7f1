namespace CdeCodegen.Mutation.Worker;

/// <summary>Which tests execute which mutants, and how long each takes. Kept in a file, because a mutant can end the process.</summary>
internal sealed class TestCoverage
{
    private readonly Dictionary<int, List<string>> _tests = [];
    private readonly Dictionary<string, double> _milliseconds = [];
    private readonly HashSet<int> _static = [];

    /// <summary>Whether a static initializer executes the mutant.</summary>
    public bool IsStatic(int id) => _static.Contains(id);

    /// <summary>The tests that execute the mutant, the fastest first.</summary>
    public IEnumerable<string> TestsOf(int id) => _tests.TryGetValue(id, out List<string>? names) ? names.OrderBy(name => _milliseconds[name]) : [];

    /// <summary>Whether the test passes without a mutant. Others judge nothing.</summary>
    public bool Passes(string name) => _milliseconds.ContainsKey(name);

    public TimeSpan TimeOf(string name) => TimeSpan.FromMilliseconds(_milliseconds[name]);

    public void Add(string name, double milliseconds, int[] all, int[] ofStatic)
    {
        _milliseconds.Add(name, milliseconds);
        _static.UnionWith(ofStatic);
        foreach (int id in all)
        {
            if (!_tests.TryGetValue(id, out List<string>? names))
            {
                _tests.Add(id, names = []);
            }

            names.Add(name);
        }
    }

    /// <summary>Writes a line for a test.</summary>
    public static string Format(string name, double milliseconds, int[] all, int[] ofStatic) =>
        $"{name}\t{milliseconds}\t{string.Join(',', all)}\t{string.Join(',', ofStatic)}";

    public static TestCoverage Read(string path)
    {
        var coverage = new TestCoverage();
        foreach (string line in File.ReadLines(path))
        {
            string[] parts = line.Split('\t');
            coverage.Add(parts[0], double.Parse(parts[1]), Numbers(parts[2]), Numbers(parts[3]));
        }

        return coverage;
    }

    private static int[] Numbers(string text) => text.Length == 0 ? [] : [.. text.Split(',').Select(int.Parse)];
}
