using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the client class: its constructors, and the first step of every path.</summary>
internal static class ClientPrinter
{
    public static void Print(SourceWriter w, ClientUnit unit)
    {
        RootModel client = unit.Client;
        string name = unit.Context.ClassName;
        var names = TypeNames.InClient(unit.Context);
        HashSet<string> members = BuilderPrinter.MemberNames(client.Children);
        var taken = new HashSet<string>(members, StringComparer.Ordinal) { name };
        foreach (OperationModel operation in client.Operations)
        {
            taken.Add(operation.MethodName);
            if (operation.Paging is { } paging)
            {
                taken.Add(paging.MethodName);
            }
        }

        string table = FreshName.For("s_security", taken);
        string core = FreshName.For("Core", taken);
        string coreType = TypeNames.Generated + "ApiClientCore";
        string baseUrl = Literals.QuoteOrNull(client.BaseUrl);

        Docs.Write(w, client.Doc, DocXml.Escape(client.Title + " " + client.Version));
        w.Line($"{ModelFile.Access(unit)} sealed partial class {name}");
        w.Open();
        if (client.Security is not null)
        {
            SecurityPrinter.PrintTable(w, client.Security, table);
            Docs.Summary(w, $"Creates a client from options: <see cref=\"{unit.Context.OptionsName}\"/> for the credentials of the document's security schemes.");
        }
        else if (unit.Context.HasOptions)
        {
            Docs.Summary(w, $"Creates a client from options: <see cref=\"{unit.Context.OptionsName}\"/> for the variables of the server's URL.");
        }
        else
        {
            w.Line("/// <summary>Creates a client from options.</summary>");
        }

        string security = client.Security is null ? "" : ", " + table;
        PrintConstructor(TypeNames.Runtime + "ApiClientOptions", "options", security + (client.Server is null ? "" : ", server: " + ServersPrinter.New(client.Server)));
        w.Line("/// <summary>Creates a client that sends with an existing <see cref=\"global::System.Net.Http.HttpClient\"/>, whose settings it keeps.</summary>");
        PrintConstructor("global::System.Net.Http.HttpClient", "httpClient");
        w.Line("/// <summary>Creates a client that sends through an existing Kiota adapter.</summary>");
        PrintConstructor("global::Microsoft.Kiota.Abstractions.IRequestAdapter", "requestAdapter");
        w.Line($"private {coreType} {core} {{ get; }}");
        BuilderPrinter.PrintSteps(w, client.Children, names, "RequestBuilders.", core, summarizesPaths: true);

        var operations = new OperationPrinter(names, core, new(StringComparer.Ordinal), members);
        foreach (OperationModel operation in client.Operations)
        {
            w.Gap();
            operations.Print(w, operation, "/");
            if (operation.Paging is { } paging)
            {
                PagesPrinter.Print(w, operation, paging, names, members, core);
            }
        }

        if (client.Security is not null)
        {
            SecurityPrinter.PrintConstants(w, client.Security);
        }

        w.Close();
        if (unit.Context.HasOptions)
        {
            OptionsPrinter.Print(w, unit);
        }

        ServersPrinter.Print(w, unit);

        void PrintConstructor(string type, string parameter, string more = "")
        {
            w.Line($"public {name}({type} {parameter}) => {core} = new({parameter}, {baseUrl}{more});");
            w.Gap();
        }
    }
}
