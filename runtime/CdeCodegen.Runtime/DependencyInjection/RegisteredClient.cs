namespace CdeCodegen.Runtime.Internal;

/// <summary>A registered client. The class is also the type of the options that the host validates when it starts.</summary>
internal sealed class RegisteredClient
{
    /// <summary>Creates the options that the host validates.</summary>
    public RegisteredClient()
    {
    }

    internal RegisteredClient(string name) => Name = name;

    internal string Name { get; } = "";
}
