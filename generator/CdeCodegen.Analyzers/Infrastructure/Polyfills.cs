// Language features of newer C# need this marker type, which netstandard2.0 does not have.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
