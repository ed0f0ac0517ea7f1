using CdeCodegen.Generator.Reading;

namespace CdeCodegen.Generator.OpenApi;

/// <content>Webhooks and callbacks: the requests that the API sends.</content>
internal sealed partial class OpenApiReader
{
    private void ReadWebhooks(ApiDocument document)
    {
        foreach (SpecMember webhook in (_root["webhooks"] ?? _root["x-webhooks"])?.Members ?? [])
        {
            _cancellation.ThrowIfCancellationRequested();
            ReadRequests(document.Webhooks, webhook.Name, target: null, webhook.Value, _isIncluded);
        }
    }

    private void ReadCallbacks(ApiOperation operation, SpecNode? callbacks)
    {
        foreach (SpecMember callback in callbacks?.Members ?? [])
        {
            if (callback.Value.Kind != SpecKind.Object && !callback.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                _syntax.ReportEntry(callback.Value, "callbacks", $"'{callback.Name}' is not described by an object");
            }

            foreach (SpecMember target in _resolver.Follow(callback.Value)?.Members ?? [])
            {
                if (!callback.Name.StartsWith("x-", StringComparison.Ordinal) && !target.Name.StartsWith("x-", StringComparison.Ordinal))
                {
                    ReadRequests(operation.Callbacks, callback.Name, target.Name, target.Value, isIncluded: null);
                }
            }
        }
    }

    /// <summary>Reads the operations of a path item that the API calls.</summary>
    /// <param name="list">Takes them.</param>
    /// <param name="name">The name of the webhook or the callback.</param>
    /// <param name="target">The expression for the URL of a callback.</param>
    /// <param name="entry">The path item, or a reference to it.</param>
    /// <param name="isIncluded">Decides by path and method; the name of a webhook stands for its path. Null to read all.</param>
    private void ReadRequests(List<ApiWebhook> list, string name, string? target, SpecNode entry, Func<string, string, bool>? isIncluded)
    {
        if (_resolver.Follow(entry) is not { Kind: SpecKind.Object } item)
        {
            if (entry.Kind != SpecKind.Object)
            {
                _syntax.ReportEntry(entry, target is null ? "webhooks" : "callbacks", $"'{target ?? name}' is not described by an object");
            }

            return;
        }

        foreach (SpecMember member in item.Members)
        {
            string verb = member.Name.ToLowerInvariant();
            bool isVerb = Array.IndexOf(s_verbs, verb) >= 0;
            if (!isVerb && member.Value.Kind == SpecKind.Object && !member.Name.StartsWith("x-", StringComparison.Ordinal) && member.Name != "additionalOperations")
            {
                _unread.Once(member.Value, $"The method '{member.Name}' of a webhook or a callback", "it has no reader");
            }

            if (!isVerb || member.Value.Kind != SpecKind.Object || isIncluded?.Invoke("/" + name, verb.ToUpperInvariant()) == false)
            {
                continue;
            }

            SpecNode node = member.Value;
            var webhook = new ApiWebhook(name, verb.ToUpperInvariant(), target, node)
            {
                Summary = Text(node, "summary") ?? Text(item, "summary"),
                Description = Text(node, "description") ?? Text(item, "description"),
                Deprecated = IsTrue(node, "deprecated"),
                Body = ReadBody(node["requestBody"]),
            };
            ReadResponses(webhook.Responses, node);
            _unread.Once(node["parameters"] ?? item["parameters"], "A parameter of a webhook or a callback", "the receiver reads it from the request");
            list.Add(webhook);
        }
    }
}
