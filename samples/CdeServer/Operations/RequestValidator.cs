using System.Text.Json;
using System.Text.Json.Nodes;
using CdeCodegen.Samples.Http;

namespace CdeCodegen.Samples.Operations;

/// <summary>Collects the validation errors of a request, so that one response contains them all.</summary>
internal sealed class RequestValidator
{
    private readonly List<(string Member, string Error)> _found = [];

    public void Add(string member, string error) => _found.Add((member, error));

    public void ThrowIfAny()
    {
        if (_found.Count > 0)
        {
            throw RefusedException.Invalid(RefusedException.BadRequest, [.. _found]);
        }
    }

    /// <summary>Reads text that must not be absent or blank.</summary>
    public string RequiredText(JsonObject body, string member)
    {
        if (OptionalText(body, member) is { } text && text.Trim().Length > 0)
        {
            return text;
        }

        Add(member, "This value should not be blank.");
        return "";
    }

    /// <summary>Reads text. Null if it is absent or null.</summary>
    public string? OptionalText(JsonObject body, string member)
    {
        if (body[member] is not { } node)
        {
            return null;
        }

        if (node.GetValueKind() == JsonValueKind.String)
        {
            return node.GetValue<string>();
        }

        Add(member, "This value should be of type string.");
        return null;
    }

    /// <summary>Reads a UUID that must not be absent.</summary>
    public Guid RequiredId(JsonObject body, string member)
    {
        // The constraint of Symfony, which produces this message, also refuses the nil UUID.
        if (body[member] is { } node && node.GetValueKind() == JsonValueKind.String
            && Guid.TryParseExact(node.GetValue<string>(), "D", out Guid id) && id != Guid.Empty)
        {
            return id;
        }

        Add(member, "This is not a valid UUID.");
        return Guid.Empty;
    }

    /// <summary>Reads integers greater than 0. Empty if the member is absent.</summary>
    public JsonArray Numbers(JsonObject body, string member, string? path = null)
    {
        if (body[member] is null)
        {
            return [];
        }

        if (body[member] is JsonArray numbers && numbers.All(n => IsInteger(n) && n!.GetValue<int>() > 0))
        {
            return numbers.DeepClone().AsArray();
        }

        Add(path ?? member, "All values must be integers greater than 0.");
        return [];
    }

    public static bool IsInteger(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue<int>(out _);

    public static bool IsText(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;
}
