using CdeCodegen.Generator.Diagnostics;
using CdeCodegen.Generator.Infrastructure;
using CdeCodegen.Generator.Lowering.Naming;
using CdeCodegen.Generator.Lowering.Types;
using CdeCodegen.Generator.Model;
using CdeCodegen.Generator.OpenApi;

namespace CdeCodegen.Generator.Lowering.Operations;

/// <summary>Lowers webhooks and callbacks to readers of their JSON bodies, and to models of the JSON bodies of the answers that a receiver gives.</summary>
/// <param name="className">The name of the class that holds the readers.</param>
internal sealed class WebhookLowering(TypeLowering types, Reachability reachability, string className, DiagnosticBag diagnostics)
{
    private readonly NameScope _names = MemberNames.OfObject(className);
    private readonly List<WebhookDraft> _drafts = [];

    public int Count => _drafts.Count;

    /// <summary>Lowers the webhooks of a document and the callbacks of the operations that are generated.</summary>
    public void Lower(List<ApiWebhook> webhooks, List<OperationDraft> operations)
    {
        foreach (ApiWebhook webhook in webhooks)
        {
            Lower(webhook, Identifiers.Pascal(webhook.Name), "The webhook " + webhook.Name);
        }

        foreach (OperationDraft operation in operations)
        {
            foreach (ApiWebhook callback in operation.Source.Callbacks)
            {
                Lower(callback, operation.Name + Identifiers.Pascal(callback.Name), "The callback " + callback.Name + " of " + operation.Label);
            }
        }
    }

    /// <summary>Creates the models once all types have names.</summary>
    public EquatableArray<WebhookModel> Finish()
    {
        var models = new List<WebhookModel>(_drafts.Count);
        foreach (WebhookDraft draft in _drafts)
        {
            ApiWebhook source = draft.Source;
            models.Add(new WebhookModel(
                draft.Name, draft.Body.Type.Final, draft.Body.Nullable, draft.Origin + (source.Target is null ? "" : ", sent to " + source.Target),
                DocTexts.Of(source.Summary, source.Description, source.Deprecated))
            {
                Answers = Answers(draft.Answers),
            });
        }

        return models.ToEquatableArray();
    }

    private static EquatableArray<WebhookAnswerModel> Answers(List<KeyValuePair<string, Lowered>> answers)
    {
        var models = new List<WebhookAnswerModel>(answers.Count);
        foreach (KeyValuePair<string, Lowered> answer in answers)
        {
            models.Add(new WebhookAnswerModel(answer.Key, answer.Value.Type.Final));
        }

        return models.ToEquatableArray();
    }

    private void Lower(ApiWebhook webhook, string name, string origin)
    {
        List<KeyValuePair<string, Lowered>> answers = LowerAnswers(webhook, name, origin);
        if (webhook.Body is not { Content.Count: > 0 } body)
        {
            return; // nothing to read
        }

        MediaType? json = null;
        foreach (MediaType media in body.Content)
        {
            bool isJson = MediaTypes.KindOf(media) == BodyKind.Json || (MediaTypes.IsRange(media.Type) && ContentShapes.HasStructure(media.Schema));
            if (isJson && json is null)
            {
                json = media;
            }
            else
            {
                diagnostics.Report(
                    Descriptors.Degraded, media.Node, $"{origin} with a body in {media.Type}",
                    isJson ? $"its reader reads {json!.Type}" : "the receiver reads such a body by itself");
            }
        }

        if (json is not null)
        {
            // Several methods or targets have the same name in the document.
            name = _names.Take(name, name + Identifiers.Pascal(webhook.Method.ToLowerInvariant()));
            Lowered type = types.Lower(json.Schema, NameHint.Of(name, OperationHints.Body));
            reachability.Read(type.Type);
            _drafts.Add(new WebhookDraft(name, webhook, type, origin, answers));
        }
    }

    /// <summary>Lowers the JSON bodies of the responses, which the receiver writes with its own server.</summary>
    private List<KeyValuePair<string, Lowered>> LowerAnswers(ApiWebhook webhook, string name, string origin)
    {
        var answers = new List<KeyValuePair<string, Lowered>>();
        foreach (ApiResponse response in webhook.Responses)
        {
            if (OperationLowering.Status(response.Key) is not { } status)
            {
                diagnostics.Report(
                    Descriptors.InvalidKeyword, response.Node, "responses", $"'{response.Key}' is not a status code, a range such as 4XX, or 'default'");
                continue;
            }

            bool hasJson = false;
            foreach (MediaType media in response.Content)
            {
                if (hasJson || MediaTypes.KindOf(media) != BodyKind.Json)
                {
                    diagnostics.Report(
                        Descriptors.Degraded, media.Node, $"An answer to {LowerFirst(origin)} in {media.Type}", "the receiver writes such a body by itself");
                    continue;
                }

                hasJson = true;
                Lowered type = types.Lower(media.Schema, NameHint.Of(name, status.Name + OperationHints.Answer));
                reachability.Write(type.Type);
                answers.Add(new KeyValuePair<string, Lowered>(response.Key, type));
            }
        }

        return answers;
    }

    private static string LowerFirst(string text) => char.ToLowerInvariant(text[0]) + text.Substring(1);

    /// <param name="Answers">The types of the JSON bodies of the answers, by status.</param>
    private sealed record WebhookDraft(string Name, ApiWebhook Source, Lowered Body, string Origin, List<KeyValuePair<string, Lowered>> Answers);
}
