using CdeCodegen.Generator.Infrastructure;

namespace CdeCodegen.Generator.Model;

/// <summary>The security of a client, printed as its options class, the constants of OAuth 2, and a table that operations refer to.</summary>
/// <param name="Schemes">The schemes, in the order of the table.</param>
/// <param name="Requirements">The requirements as the runtime's <c>ApiSecurity</c> reads them: <c>0|1+2</c>.</param>
internal sealed record SecurityModel(EquatableArray<SecuritySchemeModel> Schemes, EquatableArray<string> Requirements)
{
    /// <summary>Whether a scheme has constants.</summary>
    public bool HasConstants
    {
        get
        {
            foreach (SecuritySchemeModel scheme in Schemes)
            {
                if (scheme.HasConstants)
                {
                    return true;
                }
            }

            return false;
        }
    }
}

/// <summary>The type of the property of a scheme.</summary>
internal enum CredentialKind : byte
{
    ApiKey,
    Basic,
    AccessTokenProvider,

    /// <summary>A callback that computes the header.</summary>
    Callback,
}

/// <summary>A security scheme.</summary>
/// <param name="Property">The C# name.</param>
/// <param name="Kind">The type of its property.</param>
/// <param name="Place">What the runtime's <c>ApiSecurity</c> reads: <c>bearer</c>, or <c>header X-Key</c>.</param>
/// <param name="Use">What the scheme asks for, as XML for the comment.</param>
/// <param name="Doc">The document's text.</param>
internal sealed record SecuritySchemeModel(string Property, CredentialKind Kind, string Place, string Use, DocText Doc)
{
    /// <summary>The URLs of OpenID Connect and of OAuth 2 metadata.</summary>
    public EquatableArray<ConstantModel> Urls { get; init; }

    public EquatableArray<OAuthFlowModel> Flows { get; init; }

    public bool HasConstants => Urls.Count + Flows.Count > 0;
}

/// <summary>A flow of OAuth 2.</summary>
/// <param name="Name">The C# name, <c>AuthorizationCode</c> for example.</param>
internal sealed record OAuthFlowModel(string Name, EquatableArray<ConstantModel> Urls, EquatableArray<ConstantModel> Scopes);

/// <summary>A string constant.</summary>
internal sealed record ConstantModel(string Name, string Value, DocText Doc);
