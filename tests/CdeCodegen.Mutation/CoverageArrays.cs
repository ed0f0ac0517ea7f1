using Mono.Cecil;
using Mono.Cecil.Cil;

namespace CdeCodegen.Mutation;

/// <summary>
/// Has the mutated assembly record executed mutants in arrays. Stryker's class searches a list of thousands of numbers whenever it executes one of them, which
/// takes more time than the tests.
/// </summary>
internal static class CoverageArrays
{
    public const string Executed = "Executed";
    public const string ExecutedInStatic = "ExecutedInStatic";

    /// <summary>Changes the assembly, unless it has the arrays.</summary>
    public static void AddTo(string path)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(path));
        using var assembly = AssemblyDefinition.ReadAssembly(path, new ReaderParameters { ReadWrite = true, AssemblyResolver = resolver });
        TypeDefinition control = assembly.MainModule.Types.Single(type => type.Name == "MutantControl");
        if (control.Fields.Any(field => field.Name == Executed))
        {
            return;
        }

        MethodBody body = control.Methods.Single(method => method.Name == "RegisterCoverage").Body;
        var isStatic = (MethodReference)body.Instructions.Single(instruction => instruction.Operand is MethodReference { Name: "InStatic" }).Operand;
        body.Instructions.Clear();
        body.ExceptionHandlers.Clear();
        body.Variables.Clear();
        ILProcessor code = body.GetILProcessor();
        var end = Instruction.Create(OpCodes.Ret);
        Record(Executed);
        code.Emit(OpCodes.Call, isStatic);
        code.Emit(OpCodes.Brfalse, end);
        Record(ExecutedInStatic);
        code.Append(end);
        assembly.Write();

        void Record(string name)
        {
            var array = new FieldDefinition(name, FieldAttributes.Public | FieldAttributes.Static, new ArrayType(assembly.MainModule.TypeSystem.Byte));
            control.Fields.Add(array);
            code.Emit(OpCodes.Ldsfld, array);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4_1);
            code.Emit(OpCodes.Stelem_I1);
        }
    }
}
