namespace CdeCodegen.Runtime.OAuth.Tests.Support;

/// <summary>A token store in memory. It can be shared by several providers.</summary>
internal sealed class MemoryStore : IOAuthTokenStore
{
    public OAuthTokens? Tokens { get; set; }

    public int Loads { get; private set; }

    public Task<OAuthTokens?> LoadAsync(CancellationToken cancellationToken)
    {
        Loads++;
        return Task.FromResult(Tokens);
    }

    public Task SaveAsync(OAuthTokens? tokens, CancellationToken cancellationToken)
    {
        Tokens = tokens;
        return Task.CompletedTask;
    }
}
