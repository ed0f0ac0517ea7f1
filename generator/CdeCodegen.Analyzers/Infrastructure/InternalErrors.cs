namespace CdeCodegen.Analyzers.Infrastructure;

/// <summary>Whether bugs in the analyzers surface as exceptions. Release builds swallow them, because AD0001 can break the build of a user.</summary>
internal static class InternalErrors
{
#if DEBUG
    public const bool AreThrown = true;
#else
    public const bool AreThrown = false;
#endif
}
