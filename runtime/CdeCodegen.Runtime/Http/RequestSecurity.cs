namespace CdeCodegen.Runtime.Internal;

/// <summary>The credentials of a client: for each security requirement, those of its first alternative for which all are configured.</summary>
internal sealed class RequestSecurity
{
    private readonly RequestCredential[]?[] _chosen;

    /// <param name="options">The options with the credentials.</param>
    /// <param name="schemes">The security schemes of the document; none if it has none.</param>
    /// <param name="requirements">The requirements: alternatives of positions in <paramref name="schemes"/>.</param>
    internal RequestSecurity(ApiClientOptions options, SecurityScheme[] schemes, int[][][] requirements)
    {
        BearerTokens? tokens = options.AccessTokenProvider is { } provider ? new BearerTokens(provider, options.AllowCredentialsOverHttp) : null;
        if (schemes.Length == 0)
        {
            _chosen = [tokens is null ? null : [tokens]];
            return;
        }

        var credentials = new RequestCredential?[schemes.Length];
        for (int i = 0; i < schemes.Length; i++)
        {
            credentials[i] = Create(schemes[i], options.FindCredential(i), options.AllowCredentialsOverHttp) ?? (schemes[i].Kind == SecurityKind.Bearer ? tokens : null);
        }

        _chosen = new RequestCredential[]?[requirements.Length];
        for (int i = 0; i < requirements.Length; i++)
        {
            _chosen[i] = Choose(requirements[i], credentials);
        }
    }

    /// <summary>Adds the credentials of a requirement. None of them is added if no alternative is configured.</summary>
    internal ValueTask AddAsync(HttpRequestMessage request, int requirement, CancellationToken cancellationToken) => _chosen[requirement] switch
    {
        null => default,
        [var only] => only.AddAsync(request, cancellationToken),
        var several => AddAllAsync(several, request, cancellationToken),
    };

    /// <summary>Renews the token that the server refused with 401.</summary>
    /// <param name="refused">The request that was refused.</param>
    /// <param name="requirement">The requirement of its credentials.</param>
    /// <param name="mayRepeat">Whether the request may be sent again, by its method and the caller's options. Otherwise only later requests use the new token.</param>
    /// <param name="cancellationToken">Cancels the renewal.</param>
    /// <returns>The request to send again; null for none.</returns>
    internal async ValueTask<HttpRequestMessage?> RenewAsync(HttpRequestMessage refused, int requirement, bool mayRepeat, CancellationToken cancellationToken)
    {
        foreach (RequestCredential credential in _chosen[requirement] ?? [])
        {
            if (await credential.RenewAsync(refused, cancellationToken).ConfigureAwait(false) is { } authorization)
            {
                bool canRepeat = mayRepeat && (refused.Content is null || ContentReplay.IsPossible(refused.Content));
                return canRepeat ? RepeatedRequest.Create(refused, authorization) : null;
            }
        }

        return null;
    }

    /// <summary>Remembers that the server refused the token of a request that <see cref="RenewAsync"/> returned.</summary>
    internal void RefuseRenewal(HttpRequestMessage refused, int requirement)
    {
        foreach (RequestCredential credential in _chosen[requirement]!)
        {
            credential.RefuseRenewal(refused);
        }
    }

    private static async ValueTask AddAllAsync(RequestCredential[] credentials, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        foreach (RequestCredential credential in credentials)
        {
            await credential.AddAsync(request, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An empty alternative means that credentials are optional, so it counts only where no other one is configured.</summary>
    private static RequestCredential[]? Choose(int[][] alternatives, RequestCredential?[] credentials)
    {
        foreach (int[] alternative in alternatives)
        {
            if (alternative.Length > 0 && Array.TrueForAll(alternative, scheme => credentials[scheme] is not null))
            {
                return Array.ConvertAll(alternative, scheme => credentials[scheme]!);
            }
        }

        return null;
    }

    private static RequestCredential? Create(SecurityScheme scheme, object? credential, bool allowHttp) => credential switch
    {
        ApiKeyCredential key => new ApiKeys(key, scheme.Kind, scheme.Name, allowHttp),
        BasicCredential basic => new BasicHeader(basic, allowHttp),
        Microsoft.Kiota.Abstractions.Authentication.IAccessTokenProvider provider => new BearerTokens(provider, allowHttp),
        Func<HttpRequestMessage, CancellationToken, ValueTask<string>> callback => new ComputedHeader(callback, allowHttp),
        _ => null,
    };
}
