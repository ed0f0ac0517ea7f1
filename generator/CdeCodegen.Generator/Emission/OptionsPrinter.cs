using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the options class of a document with security schemes or variables of its server.</summary>
internal static class OptionsPrinter
{
    public static void Print(SourceWriter w, ClientUnit unit)
    {
        SecurityModel? security = unit.Client.Security;
        string more = security is null ? "" : ", and a credential for each security scheme of the document";
        w.Gap();
        Docs.Summary(w, $"Options of <see cref=\"{unit.Context.ClassName}\"/>: how to reach the server{more}.");
        w.Line($"{ModelFile.Access(unit)} sealed class {unit.Context.OptionsName} : {TypeNames.Runtime}ApiClientOptions");
        w.Open();
        if (unit.Client.Server is { } server)
        {
            ServersPrinter.PrintOptions(w, server);
        }

        if (security is not null)
        {
            w.Gap();
            SecurityPrinter.PrintOptions(w, security);
        }

        w.Close();
    }
}
