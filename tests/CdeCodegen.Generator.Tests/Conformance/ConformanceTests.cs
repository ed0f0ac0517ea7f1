using System.Reflection;
using System.Text;
using CdeCodegen.Generator.Tests.Infrastructure;
using CdeCodegen.Runtime;
using Microsoft.CodeAnalysis;

namespace CdeCodegen.Generator.Tests.Conformance;

/// <summary>
/// Generates a client for each document of the conformance server and calls it: operations without required parameters by reflection, others in the
/// programs of <c>Programs/</c>. The coverage that the server counted is in <c>coverage.md</c>.
/// </summary>
public class ConformanceTests
{
    private static readonly string s_folder = Path.Combine(Repository.Root, "tests", "CdeCodegen.Generator.Tests", "Conformance");

    [ConformanceFact]
    public async Task The_server_counts_the_scenarios_of_the_coverage_table()
    {
        await using ConformanceServer server = await ConformanceServer.StartAsync();
        var failures = new List<string>();
        var table = new StringBuilder();
        SortedDictionary<string, int> before = await server.CoverageAsync();
        foreach ((string name, string path) in ConformanceServer.Documents)
        {
            int calls = 0;
            try
            {
                calls = await CallAsync(server, name, path, failures);
            }
            catch (Exception exception)
            {
                failures.Add($"{name}: {exception.Message}");
            }

            SortedDictionary<string, int> after = await server.CoverageAsync();
            int completed = after.Count(scenario => scenario.Value > before.GetValueOrDefault(scenario.Key));
            table.Append($"| {name} | {calls} | {completed} |\n");
            before = after;
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        AssertCoverage(Coverage(before, table.ToString()));
    }

    /// <summary>Calls everything that can be called of one document, and returns the number of calls.</summary>
    private static async Task<int> CallAsync(ConformanceServer server, string name, string path, List<string> failures)
    {
        string programFile = Path.Combine(s_folder, "Programs", name + ".cs");
        string program = File.Exists(programFile) ? File.ReadAllText(programFile) : "";
        var generated = GeneratorRun.Of(
            [GeneratorRun.Document(File.ReadAllText(path), path)],
            "#pragma warning disable CS1591 // a program is no library\n" + program,
            references: [.. GeneratorRun.References, MetadataReference.CreateFromFile(typeof(ConformanceRun).Assembly.Location)]);
        Assembly assembly = generated.Load();
        if (assembly.GetType("Acme.AcmeClient") is not { } client)
        {
            return 0;
        }

        var calls = new ConformanceCalls();
        await calls.VisitAsync(Activator.CreateInstance(client, new ApiClientOptions { BaseUrl = server.BaseAddress })!, name);
        failures.AddRange(calls.Failures);
        if (assembly.GetType("Program") is { } type)
        {
            var run = new ConformanceRun(server.BaseAddress);
            await (Task)type.GetMethod("RunAsync")!.Invoke(null, [run])!;
            failures.AddRange(run.Failures.Select(failure => $"{name}.cs, {failure}"));
            return calls.Calls + run.Calls;
        }

        return calls.Calls;
    }

    private static string Coverage(SortedDictionary<string, int> scenarios, string table)
    {
        string[] missed = [.. scenarios.Where(static scenario => scenario.Value == 0).Select(static scenario => scenario.Key)];
        return $"""
            # Coverage of the conformance server

            Written by `ConformanceTests`. The server counts a scenario as completed if the request is exactly the expected one.

            **{scenarios.Count - missed.Length} of {scenarios.Count} scenarios.** A scenario that several documents share counts for each of them in this table.

            | document | calls | scenarios completed |
            |---|---|---|
            {table.TrimEnd('\n')}

            ## Scenarios not completed

            * `LRO*`, `CustomHeader*`, `PagingMultipleLRO`: the polling of long-running operations, an Azure extension. The client returns each answer as its case.
            * `HttpRetry*`, `PagingMultipleRetry*`: the server answers 408 or 5xx first and recognizes a retry by a cookie. The client keeps no cookies, and it retries
              idempotent methods on 429, 503 and 504 only.
            * `PagingWithApiVersion*`: a rule of Azure by which a client changes the version in a link. The client follows links as they are.
            * `Azure*QueryUrlEncoding`: a value with `&` that adds query parameters. The client encodes it.
            * `MultiapiDifferentCalls*`, `MultiapiPostTestFourApiVersionThreePDF`: the programs make these calls and get the expected answers, but the server has no code
              that counts them.
            * `RequestWithSecrets`: a query parameter and a body that the document does not describe.
            * `*Empty` in paths: an empty path segment, which the client refuses. `UrlQueriesArrayCsvEmpty`: a query parameter for an empty list, which the client omits.
            * `putDateTimeMaxLocalNegativeOffset`, `putDateTimeMinLocalPositiveOffset`, `putDecimalBig`, `putDecimalSmall`: beyond the values of .NET.

            The names:

            {string.Join('\n', missed.Select(static name => "* " + name))}

            """.ReplaceLineEndings("\n");
    }

    private static void AssertCoverage(string coverage)
    {
        string file = Path.Combine(s_folder, "coverage.md");
        string received = Path.Combine(s_folder, "coverage.received.md");
        if (File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == coverage)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, coverage);
        Assert.Fail("The coverage changed: compare coverage.received.md with coverage.md.");
    }
}
