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

        string core = FreshName.For("Core", taken);
        string coreType = TypeNames.Generated + "ApiClientCore";
        string baseUrl = Literals.QuoteOrNull(client.BaseUrl);

        Docs.Write(w, client.Doc, DocXml.Escape(client.Title + " " + client.Version));
        w.Line($"{ModelFile.Access(unit)} sealed partial class {name}");
        w.Open();
        w.Line("/// <summary>Creates a client from options.</summary>");
        PrintConstructor(TypeNames.Runtime + "ApiClientOptions", "options");
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
                PagesPrinter.Print(w, operation, paging, names);
            }
        }

        w.Close();

        void PrintConstructor(string type, string parameter)
        {
            w.Line($"public {name}({type} {parameter}) => {core} = new({parameter}, {baseUrl});");
            w.Gap();
        }
    }
}
