using CdeCodegen.Analyzers.Patterns;
using CdeCodegen.Analyzers.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace CdeCodegen.Analyzers.Coverage;

/// <summary>
/// The cases of a result that a switch lists: those that an arm without a guard matches without restriction. The flow uses the same pattern
/// evaluation, so that suppressed warnings and findings cannot contradict each other.
/// </summary>
internal sealed class SwitchCoverage
{
    private CaseSet _restricted;
    private CaseSet _divided;
    private bool _isOpaque;

    private SwitchCoverage(ResultType type) => Type = type;

    public ResultType Type { get; }

    /// <summary>The listed cases.</summary>
    public CaseSet Covered { get; private set; }

    /// <summary>The first arm or label that matches every remaining case.</summary>
    public SyntaxNode? CatchAll { get; private set; }

    /// <summary>Whether an arm other than the catch-all matches null.</summary>
    public bool IsNullCovered { get; private set; }

    public bool IsComplete => Covered == Type.All;

    /// <summary>
    /// The cases for which a switch expression throws; zero where that is unknown: an arm has a pattern that is not understood, or several arms divide
    /// a case among them.
    /// </summary>
    public CaseSet Missing => CatchAll is null && !_isOpaque ? Type.All.Except(Covered).Except(_divided) : CaseSet.Empty;

    /// <summary>
    /// The switch expression over a result that <c>CDE1010</c> reports, in place of the compiler's CS8509; null for any other operation. C# 15 checks
    /// switch expressions over closed types itself, and names the missing case.
    /// </summary>
    public static SwitchCoverage? OfIncomplete(IOperation? operation, ResultTypes types) =>
        operation is ISwitchExpressionOperation { IsExhaustive: false } expression && Of(expression, types) is { Missing.IsEmpty: false } coverage
        && !(coverage.Type.IsClosed && types.Find(expression.Value.Type) is not null && ChecksClosedTypes(expression.Syntax))
            ? coverage
            : null;

    /// <summary>All such switch expressions of a body.</summary>
    public static HashSet<SyntaxNode> IncompleteIn(IOperation body, ResultTypes types)
    {
        var incomplete = new HashSet<SyntaxNode>();
        foreach (IOperation operation in body.Descendants())
        {
            if (OfIncomplete(operation, types) is not null)
            {
                incomplete.Add(operation.Syntax);
            }
        }

        return incomplete;
    }

    private static bool ChecksClosedTypes(SyntaxNode node) => node.SyntaxTree.Options is CSharpParseOptions options && (int)options.LanguageVersion >= 1500;

    public static SwitchCoverage? Of(IOperation? operation, ResultTypes types)
    {
        switch (operation)
        {
            case ISwitchExpressionOperation expression when Create(expression.Value, types, out bool isStatus) is { } coverage:
                foreach (ISwitchExpressionArmOperation arm in expression.Arms)
                {
                    coverage.Add(arm.Pattern, arm.Guard, isStatus, arm.Pattern.Syntax);
                }

                return coverage;
            case ISwitchOperation statement when Create(statement.Value, types, out bool isStatus) is { } coverage:
                foreach (ISwitchCaseOperation section in statement.Cases)
                {
                    foreach (ICaseClauseOperation clause in section.Clauses)
                    {
                        coverage.Add(clause, isStatus);
                    }
                }

                return coverage;
            default:
                return null;
        }
    }

    /// <summary>Whether the compiler's flow analysis considers the value maybe null.</summary>
    public static bool MayBeNull(IOperation operation)
    {
        IOperation value = operation switch
        {
            ISwitchExpressionOperation expression => expression.Value,
            ISwitchOperation statement => statement.Value,
            _ => operation,
        };
        return value.SemanticModel?.GetTypeInfo(value.Syntax).Nullability.FlowState == NullableFlowState.MaybeNull;
    }

    private static SwitchCoverage? Create(IOperation value, ResultTypes types, out bool isStatus)
    {
        isStatus = false;
        while (value is IConversionOperation { OperatorMethod: null, Type: { } type } conversion && KeepsStatuses(type))
        {
            value = conversion.Operand;
        }

        if (value is IPropertyReferenceOperation { Property.Name: KnownNames.StatusCode, Instance: { } instance })
        {
            isStatus = true;
            value = instance;
        }

        return FindResult(value.Type, types) is { } result ? new SwitchCoverage(result) : null;
    }

    /// <summary>Finds the result type, also through the constraints of a type parameter.</summary>
    private static ResultType? FindResult(ITypeSymbol? type, ResultTypes types)
    {
        if (type is not ITypeParameterSymbol parameter)
        {
            return types.Find(type) is { Shape.IsResult: true } carrier ? carrier.Type : null;
        }

        foreach (ITypeSymbol constraint in parameter.ConstraintTypes)
        {
            if (FindResult(constraint, types) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    /// <summary>Whether a conversion to the type preserves every status; a byte cannot hold them.</summary>
    private static bool KeepsStatuses(ITypeSymbol type)
    {
        type = KnownTypes.WithoutNullable(type);
        if (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying })
        {
            type = underlying;
        }

        return type.SpecialType is SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32
            or SpecialType.System_Int64 or SpecialType.System_UInt64;
    }

    private void Add(ICaseClauseOperation clause, bool isStatus)
    {
        switch (clause)
        {
            case IPatternCaseClauseOperation pattern:
                Add(pattern.Pattern, pattern.Guard, isStatus, pattern.Syntax);
                break;
            case ISingleValueCaseClauseOperation single when isStatus && Statuses.TryRead(single.Value, out long status):
                PatternMatch match = new CasePatterns(Type).OnConstant(single.Value, status);
                Covered = Covered.Union(match.True.Except(match.False));
                break;
            case IDefaultCaseClauseOperation:
                CatchAll ??= clause.Syntax;
                break;
        }
    }

    private void Add(IPatternOperation pattern, IOperation? guard, bool isStatus, SyntaxNode place)
    {
        if (guard is not null && guard.ConstantValue is not { HasValue: true, Value: true })
        {
            return;
        }

        var patterns = new CasePatterns(Type);
        PatternMatch match = isStatus ? patterns.OnStatus(pattern) : patterns.OnResult(pattern);
        if (match.IsOpaque)
        {
            _isOpaque = true;
            return;
        }

        if (match is { False.IsEmpty: true, Mentioned.IsEmpty: true })
        {
            CatchAll ??= place;
            return;
        }

        IsNullCovered |= match.OnNull == true;
        Covered = Covered.Union(match.True.Except(match.False));

        // `Ok { IsLast: true }` and `Ok { IsLast: false }` cover Ok together.
        CaseSet restricted = match.True.Intersect(match.False);
        _divided = _divided.Union(_restricted.Intersect(restricted));
        _restricted = _restricted.Union(restricted);
    }
}
