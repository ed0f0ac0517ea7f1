namespace CdeCodegen.Analyzers.Flow.Evaluation;

/// <summary>What is left to do after the receiver of a call was considered.</summary>
internal enum ReceiverOutcome : byte
{
    /// <summary>The receiver needs no special treatment.</summary>
    None,

    /// <summary>The value of the call is known.</summary>
    Value,

    /// <summary>The operands are done. The call acts, and may create a result.</summary>
    Call,
}
