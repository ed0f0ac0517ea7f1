using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CdeCodegen.Samples.Http;

/// <summary>
/// Answers with a documented refusal on demand: <c>Prefer: code=404</c>. It is the header that the mock server Prism understands, so that
/// the same test can ask both.
/// </summary>
internal static class ForcedRefusals
{
    private const string Wish = "code=";

    public static void ThrowIfAskedFor(Operation operation, HttpRequest request)
    {
        string wish = request.Headers["Prefer"].ToString();
        if (wish.StartsWith(Wish, StringComparison.OrdinalIgnoreCase)
            && int.TryParse(wish.AsSpan(Wish.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            && operation.Refusals.FirstOrDefault(r => r.Status == status) is { } refusal)
        {
            throw new Refusal(refusal);
        }
    }
}
