namespace CdeCodegen.Runtime.Tests;

/// <summary>A result of any status that holds the value under test.</summary>
internal sealed class Probe(ApiResponse response, object? value) : ApiResult(response.StatusCode, response.Headers)
{
    public object? Value { get; } = value;

    public static Probe Status(ApiResponse response) => new(response, null);

    public static Probe Text(ApiResponse response) => new(response, response.Text());

    public static Probe Bytes(ApiResponse response) => new(response, response.Bytes());

    public static Probe Unexpected(ApiResponse response) => throw response.Unexpected();

    public static Probe Json(ApiResponse response) => new(response, AnyJson.Read(response));

    public static Probe NullableJson(ApiResponse response) => new(response, response.IsNullBody ? null : AnyJson.Read(response));

    public static Probe Thing(ApiResponse response) => new(response, Tests.Thing.ReadBody(response));
}
