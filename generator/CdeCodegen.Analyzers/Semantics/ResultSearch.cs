using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>
/// Whether a compilation can have results at all. Asking for every body costs a good part of what compiling it does, and a project that has the
/// runtime only because one of its packages has it should not pay that.
/// </summary>
internal static class ResultSearch
{
    public static bool MayFind(Compilation compilation, CancellationToken cancellationToken)
    {
        var markers = compilation.GetTypesByMetadataName(KnownNames.ResultMarker);
        return !markers.IsEmpty && (IsReferenced(compilation, markers) || IsDeclared(compilation, cancellationToken));
    }

    /// <summary>A client in another assembly refers to the assembly of the marker, or declares one of its own.</summary>
    static bool IsReferenced(Compilation compilation, IReadOnlyCollection<INamedTypeSymbol> markers)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name == KnownNames.RuntimeNamespace)
                continue;
            foreach (var marker in markers)
            {
                if (SymbolEqualityComparer.Default.Equals(marker.ContainingAssembly, assembly))
                    return true;
                foreach (var module in assembly.Modules)
                    foreach (var referenced in module.ReferencedAssemblies)
                        if (referenced.Name == marker.ContainingAssembly.Name)
                            return true;
            }
        }
        return false;
    }

    static bool IsDeclared(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var root = tree.GetRoot(cancellationToken);
            foreach (var node in root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
                if (node is AttributeListSyntax { Parent: TypeDeclarationSyntax } list ? HasMarker(list) : node is UsingDirectiveSyntax { Alias: not null, Name: { } aliased } && IsMarker(aliased))
                    return true;
        }
        return false;
    }

    static bool HasMarker(AttributeListSyntax list)
    {
        foreach (var attribute in list.Attributes)
            if (IsMarker(attribute.Name))
                return true;
        return false;
    }

    static bool IsMarker(NameSyntax name)
    {
        while (name is QualifiedNameSyntax or AliasQualifiedNameSyntax)
            name = name is QualifiedNameSyntax qualified ? qualified.Right : ((AliasQualifiedNameSyntax)name).Name;
        return name is IdentifierNameSyntax { Identifier.ValueText: "ApiResult" or KnownNames.ResultMarkerName };
    }
}
