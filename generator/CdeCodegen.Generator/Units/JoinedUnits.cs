using System.Globalization;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;

namespace CdeCodegen.Generator.Units;

/// <summary>
/// Joins the files of a giant client. The driver compares the name of every added file with all earlier ones, so that 100,000 files take minutes.
/// </summary>
/// <remarks>
/// Ordinary clients keep one file per schema and per group of operations. Above <see cref="Largest"/> files, each file goes to one of a fixed number of
/// joined files by the hash of its name. An edit therefore prints one joined file again, and an inserted schema changes only the file that it goes to.
/// </remarks>
internal static class JoinedUnits
{
    /// <summary>The largest number of files that stay separate. GitHub's client has 825.</summary>
    public const int Largest = 4096;

    /// <summary>The number of joined files of each kind.</summary>
    private const int Slots = 1024;

    /// <summary>Returns the units themselves, or fewer that declare the same types.</summary>
    /// <param name="units">The units, ordered by name.</param>
    /// <param name="prefix">The start of all file names.</param>
    public static List<SourceUnit> Of(List<SourceUnit> units, string prefix)
    {
        if (units.Count <= Largest)
        {
            return units;
        }

        var joined = new List<SourceUnit>();
        var models = new List<TypeModel>?[Slots];
        var results = new List<OperationResult>?[Slots];
        var builders = new List<BuilderModel>?[Slots];
        ClientContext context = units[0].Context;
        EquatableArray<string> hidden = default;
        foreach (SourceUnit unit in units)
        {
            uint slot = StableHash.Of(unit.HintName) % Slots;
            switch (unit)
            {
                case ModelsUnit u:
                    hidden = u.Hidden;
                    (models[slot] ??= []).AddRange(u.Types);
                    break;
                case ResultsUnit u:
                    (results[slot] ??= []).AddRange(u.Results);
                    break;
                case BuildersUnit u:
                    (builders[slot] ??= []).AddRange(u.Builders);
                    break;
                default:
                    joined.Add(unit);
                    break;
            }
        }

        for (int i = 0; i < Slots; i++)
        {
            if (models[i] is { } types)
            {
                joined.Add(new ModelsUnit(Hint(prefix, "Models", i), context, types.ToEquatableArray(), hidden));
            }

            if (results[i] is { } cases)
            {
                joined.Add(new ResultsUnit(Hint(prefix, "Results", i), context, cases.ToEquatableArray()));
            }

            if (builders[i] is { } steps)
            {
                joined.Add(new BuildersUnit(Hint(prefix, "RequestBuilders", i), context, steps.ToEquatableArray()));
            }
        }

        joined.Sort(static (x, y) => string.CompareOrdinal(x.HintName, y.HintName));
        return joined;
    }

    private static string Hint(string prefix, string kind, int slot) =>
        prefix + "." + kind + "-" + slot.ToString("d4", CultureInfo.InvariantCulture) + ".g.cs";
}
