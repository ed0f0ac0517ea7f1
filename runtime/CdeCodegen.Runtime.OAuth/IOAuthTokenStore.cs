namespace CdeCodegen.Runtime.OAuth;

/// <summary>
/// Persists the tokens of one user. Tokens are secrets: use a key ring, an encrypted file or an encrypted column, never a plain file.
/// A provider loads from the store when it holds no tokens, and saves every change. It makes one call at a time, unless a call ignores its
/// cancellation token.
/// </summary>
public interface IOAuthTokenStore
{
    /// <summary>Loads the tokens that were saved last.</summary>
    /// <param name="cancellationToken">Canceled after <see cref="OAuthClientOptions.RequestTimeout"/>.</param>
    /// <returns>The tokens, or null if there are none.</returns>
    Task<OAuthTokens?> LoadAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the saved tokens.</summary>
    /// <param name="tokens">The new tokens, or null to delete those saved.</param>
    /// <param name="cancellationToken">Canceled after <see cref="OAuthClientOptions.RequestTimeout"/>.</param>
    /// <returns>A task that completes when the tokens are saved.</returns>
    Task SaveAsync(OAuthTokens? tokens, CancellationToken cancellationToken);
}
