using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.Units;

namespace CdeCodegen.Generator.Emission;

/// <summary>Prints the class with a reader for each webhook and callback.</summary>
internal static class WebhooksPrinter
{
    public static void Print(SourceWriter w, WebhooksUnit unit)
    {
        var names = TypeNames.InClient(unit.Context);
        var reading = JsonReading.WithoutImports(names);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (WebhookModel webhook in unit.Webhooks)
        {
            taken.Add(webhook.Name);
        }

        Docs.Summary(w, $"Readers for the requests that the API of <see cref=\"{unit.Context.ClassName}\"/> sends: its webhooks and callbacks.");
        w.Line($"{ModelFile.Access(unit)} static class {unit.Context.WebhooksName}");
        w.Open();
        var readers = new List<KeyValuePair<string, TypeRef>>();
        foreach (WebhookModel webhook in unit.Webhooks)
        {
            string type = names.Of(webhook.Type, webhook.IsNullable);
            string? value = reading.Expression(webhook.Type, webhook.IsNullable);
            if (value is null)
            {
                string reader = FreshName.For("Read" + webhook.Name, taken);
                readers.Add(new(reader, webhook.Type));
                value = JsonReading.Call(reader);
                value = webhook.IsNullable ? reading.NullOr(value, webhook.Type) : value;
            }

            w.Gap();
            Docs.Summary(w, webhook.Doc, DocXml.Escape(webhook.Origin) + ".");
            Docs.Remarks(w, webhook.Doc, last: AnswersOf(webhook, names));
            Docs.Obsolete(w, webhook.Doc);
            w.Line($"public static {TypeNames.Runtime}ApiWebhook<{type}> {webhook.Name} {{ get; }} =");
            w.Right();
            w.Line($"new(static (ref {reading.JsonReader} {JsonReading.Reader}) => {value});");
            w.Left();
        }

        foreach (KeyValuePair<string, TypeRef> reader in readers)
        {
            reading.PrintReader(w, "private", reader.Key, reader.Value);
        }

        w.Close();
    }

    /// <summary>The sentence about the bodies of the answers; null without any.</summary>
    private static string? AnswersOf(WebhookModel webhook, TypeNames names)
    {
        if (webhook.Answers.Count == 0)
        {
            return null;
        }

        var text = new System.Text.StringBuilder("The receiver answers with the body ");
        for (int i = 0; i < webhook.Answers.Count; i++)
        {
            WebhookAnswerModel answer = webhook.Answers[i];
            text.Append(i == 0 ? "" : ", ").Append("<c>").Append(DocXml.Escape(names.Of(answer.Type))).Append("</c> (<c>").Append(DocXml.Escape(answer.Status)).Append("</c>)");
        }

        return text.Append('.').ToString();
    }
}
