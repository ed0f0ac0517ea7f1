using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>Classifies calls by name and namespace. A call that is not classified counts as handling the result.</summary>
internal static class Calls
{
    /// <summary>
    /// Whether a call creates the result that it returns. Containers, LINQ and test doubles return existing values;
    /// in <c>System</c>, only methods that run a task or a delegate create results.
    /// </summary>
    public static bool IsSource(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return true;
        }

        if (Continuations.KeepResult(call))
        {
            return false;
        }

        if (method.MethodKind is MethodKind.UserDefinedOperator or MethodKind.Conversion)
        {
            return false;
        }

        if (IsInSystem(method.ContainingType))
        {
            return method.ContainingType is { Name: "Task" or "TaskFactory" or "TaskExtensions", ContainingNamespace.Name: "Tasks" }
                && method.Name is "Run" or "WhenAll" or "WhenAny" or "WhenEach" or "StartNew" or "ContinueWith" or "Unwrap";
        }

        return !IsTestLibrary(method.ContainingType) && !IsOnSubstitute(call);
    }

    /// <summary>Whether a method returns the same task or the same result in another form.</summary>
    public static bool IsTaskPlumbing(IMethodSymbol method) =>
        method.Name is "ConfigureAwait" or "AsTask" or "Preserve" or "WaitAsync" or "Unwrap" or "WithCancellation" or "GetAwaiter" or "GetResult"
        && IsInSystem(method.ContainingType);

    /// <summary>Whether a method only formats or logs its arguments, which does not handle a result.</summary>
    public static bool IsNeutral(IMethodSymbol method)
    {
        INamedTypeSymbol? type = method.ContainingType;
        if (type is null)
        {
            return false;
        }

        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return method.Name is "Format" or "Concat" or "Join" or "Equals" or "Compare";
            case SpecialType.System_Object:
                return method.Name is "Equals" or "ReferenceEquals" or "ToString" or "GetHashCode" or "GetType";
        }

        if (method.Name == "ThrowIfNull")
        {
            return true;
        }

        if (type.Name == "TextWriter")
        {
            return method.Name.StartsWith("Write", StringComparison.Ordinal);
        }

        if (method.Name.StartsWith("Append", StringComparison.Ordinal) && type.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal))
        {
            return true;
        }

        return IsLogger(type) || IsLoggingName(method.Name) || IsLoggerMessage(method) || IsLoggingLibrary(type);
    }

    private static bool IsLoggingLibrary(INamedTypeSymbol type) => OutermostNamespace(type)?.Name switch
    {
        "Serilog" or "NLog" or "log4net" => true,
        "Microsoft" => IsInNamespace(type, "Logging", "Extensions"),
        _ => false,
    };

    private static bool IsLogger(INamedTypeSymbol type)
    {
        if (type.Name is "Console" or "Debug" or "Trace" or "TraceSource" or "Log" or "Logger" or "ILogger" or "ILog" or "Logging"
            || type.Name.EndsWith("Logger", StringComparison.Ordinal)
            || type.Name.EndsWith("LoggerExtensions", StringComparison.Ordinal))
        {
            return true;
        }

        foreach (INamedTypeSymbol implemented in type.AllInterfaces)
        {
            if (implemented.Name is "ILogger" or "ILog")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the logging source generator implements the method.</summary>
    private static bool IsLoggerMessage(IMethodSymbol method)
    {
        if (!method.ReturnsVoid || method.MethodKind != MethodKind.Ordinary)
        {
            return false;
        }

        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "LoggerMessageAttribute" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLoggingName(string name) =>
        name.StartsWith("Log", StringComparison.Ordinal)
        && (name.Length == 3 || name.Substring(3) is "Trace" or "Debug" or "Information" or "Info" or "Warning" or "Warn" or "Error" or "Critical" or "Fatal");

    /// <summary>
    /// Whether a method throws for every case but success: the generated <c>EnsureSuccess</c>, or a hand-written method with the same prefix.
    /// </summary>
    public static bool IsUnwrap(IMethodSymbol method) => method.Name.StartsWith("Ensure", StringComparison.Ordinal);

    /// <summary>Whether a method combines tasks that the caller can still read.</summary>
    public static bool IsTaskCombinator(IMethodSymbol method) =>
        method is
        {
            IsStatic: true, Name: "WhenAll" or "WhenAny" or "WaitAll" or "WaitAny" or "WhenEach",
            ContainingType: { Name: "Task", ContainingNamespace.Name: "Tasks" }
        };

    /// <summary>Whether a type is <c>Task</c> or <c>ValueTask</c> without a type argument.</summary>
    public static bool IsTaskWithoutResult(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", Arity: 0, ContainingNamespace.Name: "Tasks" };

    /// <summary>Whether a method blocks until tasks complete and returns none of them.</summary>
    public static bool IsWait(IMethodSymbol method) => method.Name is "WaitAll" or "WaitAny" && IsTaskCombinator(method);

    /// <summary>Whether a method of a collection only looks for the task that it is given.</summary>
    public static bool IsLookup(IMethodSymbol method) =>
        (IsRemoval(method) || method.Name is "Contains" or "ContainsKey" or "IndexOf" or "LastIndexOf" or "TryGetValue" or "GetValueOrDefault")
            && IsInSystem(method.ContainingType);

    /// <summary>Whether a call has all items of its receiver in another collection.</summary>
    public static bool IsCopy(IInvocationOperation call) =>
        call.TargetMethod.Name is "ToList" or "ToArray" or "ToImmutableArray" or "ToImmutableList" or "AsEnumerable" or "AsReadOnly"
        && call.Arguments.Length == (call.Instance is null ? 1 : 0) && IsInSystem(call.TargetMethod.ContainingType);

    /// <summary>Whether a method of a collection removes the item that it is given.</summary>
    public static bool IsRemoval(IMethodSymbol method) => method.Name is "Remove" or "TryRemove";

    /// <summary>
    /// <c>client.Received(1).A("x")</c> verifies a call on a test double and returns no real result.
    /// </summary>
    public static bool IsOnSubstitute(IInvocationOperation call)
    {
        for (IOperation? receiver = Receiver(call); receiver is not null;)
        {
            switch (receiver)
            {
                case IConversionOperation conversion:
                    receiver = conversion.Operand;
                    break;
                case IPropertyReferenceOperation property:
                    receiver = property.Instance;
                    break;
                case IInvocationOperation inner:
                    if (inner.TargetMethod.Name is "Received" or "ReceivedWithAnyArgs" or "DidNotReceive" or "DidNotReceiveWithAnyArgs")
                    {
                        return true;
                    }

                    receiver = Receiver(inner);
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Whether a method observes the lambda passed to it: an assertion, a mock setup or a verification, by the names that libraries use.</summary>
    public static bool IsWatching(IMethodSymbol method) =>
        method.Name is "Should" or "Invoking" or "Awaiting" or "When" or "WhenForAnyArgs" or "InOrder" or "Verify" or "VerifySet" or "Setup" or "CallTo"
        || method.Name.StartsWith("Throws", StringComparison.Ordinal)
        || method.Name.StartsWith("ShouldThrow", StringComparison.Ordinal)
        || IsTestLibrary(method.ContainingType);

    private static bool IsTestLibrary(INamedTypeSymbol? type) =>
        type is not null && (type.Name is "Assert" or "Record" or "Substitute" or "Mock" || OutermostNamespace(type)?.Name switch
        {
            "NSubstitute" or "Moq" or "FakeItEasy" or "Xunit" or "NUnit" or "FluentAssertions" or "AwesomeAssertions" or "Shouldly" or "TUnit" => true,
            "Microsoft" => IsInNamespace(type, "TestTools", "VisualStudio"),
            _ => false,
        });

    /// <summary>The receiver, which is the first argument of an extension method.</summary>
    public static IOperation? Receiver(IInvocationOperation call)
    {
        if (call.Instance is not null)
        {
            return call.Instance;
        }

        if (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0)
        {
            return call.Arguments[0].Value;
        }

        return null;
    }

    public static bool IsInSystem(INamedTypeSymbol? type) => OutermostNamespace(type) is { Name: "System" };

    private static INamespaceSymbol? OutermostNamespace(INamedTypeSymbol? type)
    {
        INamespaceSymbol? outermost = type?.ContainingNamespace;
        while (outermost is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            outermost = outermost.ContainingNamespace;
        }

        return outermost;
    }

    /// <summary>Whether a type is in a namespace with three names, or inside it.</summary>
    private static bool IsInNamespace(INamedTypeSymbol type, string name, string parent)
    {
        for (INamespaceSymbol? current = type.ContainingNamespace; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            if (current.Name == name && current.ContainingNamespace.Name == parent && current.ContainingNamespace.ContainingNamespace is { ContainingNamespace.IsGlobalNamespace: true })
            {
                return true;
            }
        }

        return false;
    }
}
