using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CdeCodegen.Runtime.Generated;

/// <summary>Throws, out of line so that the readers stay small. No message shows a value: bodies hold secrets.</summary>
internal static class JsonFail
{
    [DoesNotReturn]
    internal static void Unexpected(in Utf8JsonReader r, string expected)
        => throw new JsonFormatException($"expected {expected} but found {Describe(r.TokenType)}", r.TokenStartIndex);

    [DoesNotReturn]
    internal static void Invalid(in Utf8JsonReader r, string what)
        => throw new JsonFormatException($"the {Describe(r.TokenType)[(Describe(r.TokenType).IndexOf(' ') + 1)..]} is not {what}", r.TokenStartIndex);

    [DoesNotReturn]
    internal static void Missing(in Utf8JsonReader r, string names)
        => throw new JsonFormatException($"required member {names} is missing", r.TokenStartIndex);

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a boolean",
        JsonTokenType.Null => "the null",
        JsonTokenType.EndArray => "the end of an array",
        JsonTokenType.EndObject => "the end of an object",
        _ => "nothing",
    };
}
