using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>The client class: three constructors, and the first step of every path.</summary>
internal static class ClientPrinter
{
    public static void Print(SourceWriter w, ClientUnit unit)
    {
        RootModel client = unit.Client;
        string name = unit.Context.ClassName;
        var names = TypeNames.InClient(unit.Context);
        string core = BuilderPrinter.CoreField(new(StringComparer.Ordinal), client.Children, client.Operations);
        string baseUrl = Literals.QuoteOrNull(client.BaseUrl);

        Docs.Write(w, client.Doc, DocXml.Escape(client.Title + " " + client.Version));
        w.Line($"{ModelFile.Access(unit)} sealed partial class {name}");
        w.Open();
        w.Line($"readonly {TypeNames.Generated}ApiClientCore {core};");
        w.Gap();
        w.Line("/// <summary>A client that is configured by its options.</summary>");
        w.Line($"public {name}({TypeNames.Runtime}ApiClientOptions options) => {core} = new(options, {baseUrl});");
        w.Gap();
        w.Line("/// <summary>A client that sends with the given <see cref=\"global::System.Net.Http.HttpClient\"/> as it is.</summary>");
        w.Line($"public {name}(global::System.Net.Http.HttpClient httpClient) => {core} = new(httpClient, {baseUrl});");
        w.Gap();
        w.Line("/// <summary>A client that sends through an existing Kiota adapter.</summary>");
        w.Line($"public {name}(global::Microsoft.Kiota.Abstractions.IRequestAdapter requestAdapter) => {core} = new(requestAdapter, {baseUrl});");
        BuilderPrinter.Steps(w, client.Children, names, "RequestBuilders.", core);

        var operations = new OperationPrinter(names, core, new(StringComparer.Ordinal), BuilderPrinter.MemberNames(client.Children));
        foreach (OperationModel operation in client.Operations)
        {
            w.Gap();
            operations.Print(w, operation, "/");
            if (operation.Paging is { } paging)
            {
                PagesPrinter.Print(w, operation, paging, names);
            }
        }

        w.Close();
    }
}
