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
            return;
        }

        foreach (SpecMember member in item.Members)
        {
            string verb = member.Name.ToLowerInvariant();
            if (Array.IndexOf(s_verbs, verb) < 0 || member.Value.Kind != SpecKind.Object || isIncluded?.Invoke("/" + name, verb.ToUpperInvariant()) == false)
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
