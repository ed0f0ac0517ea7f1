using Productsup.Cde.Models;

namespace RestoreConnector;

/// <summary>Prints connectors and errors.</summary>
internal static class Report
{
    public static Outcome Restored(ConnectorEnvelope response)
    {
        Console.WriteLine($"  200 OK  {response.Message}");
        Print(response.Data);
        return Outcome.Restored;
    }

    public static Outcome Refused(string status, string message, Outcome outcome)
    {
        Console.WriteLine($"  {status}  {message}");
        return outcome;
    }

    public static void Print(Connector connector)
    {
        Console.WriteLine();
        Console.WriteLine($"  {connector.Name}, a {connector.Type}");
        Console.WriteLine($"  {connector.Description ?? "(no description)"}");
        Console.WriteLine($"  {connector.Id}, owned by {connector.Owner}");
        Console.WriteLine();
        if (connector.Versions.Count == 0)
        {
            Console.WriteLine("  No versions to show.");
            return;
        }

        PrintRow("version", "state", "runtime in development", "runtime in production");
        foreach (Productsup.Cde.Models.Version version in connector.Versions)
        {
            PrintRow(
                version.VersionValue,
                version.DeletedAt is null ? version.State : version.State + " (in bin)",
                Format(version.PlatformDevReference.Runtime),
                Format(version.PlatformProdReference.Runtime));
        }
    }

    private static string Format(Runtime? runtime) => runtime is null ? "none" : $"{runtime.Environment} {runtime.Version}";

    private static void PrintRow(string version, string state, string development, string production) =>
        Console.WriteLine($"  {version,-9}{state,-24}{development,-30}{production}");
}
