using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CdeCodegen.Analyzers.Semantics;

/// <summary>
/// Whether a compilation can contain results. Visiting every body costs a large part of compiling it; a project that references the runtime
/// only through a package should not pay for that.
/// </summary>
internal static class ResultSearch
{
    public static bool MayFind(Compilation compilation, CancellationToken cancellationToken)
    {
        ImmutableArray<INamedTypeSymbol> markers = compilation.GetTypesByMetadataName(KnownNames.ResultMarker);
        return !markers.IsEmpty && (IsReferenced(compilation, markers) || IsDeclared(compilation, cancellationToken));
    }

    /// <summary>Whether a referenced assembly can contain a client: it references the marker's assembly or declares the marker.</summary>
    private static bool IsReferenced(Compilation compilation, IReadOnlyCollection<INamedTypeSymbol> markers)
    {
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name == KnownNames.RuntimeNamespace)
            {
                continue;
            }

            foreach (INamedTypeSymbol marker in markers)
            {
                if (SymbolEqualityComparer.Default.Equals(marker.ContainingAssembly, assembly))
                {
                    return true;
                }

                foreach (IModuleSymbol module in assembly.Modules)
                {
                    foreach (AssemblyIdentity referenced in module.ReferencedAssemblies)
                    {
                        if (referenced.Name == marker.ContainingAssembly.Name)
                        {
                            return true;
                        }
                    }
                }
            }
        }

        return false;
    }

    private static bool IsDeclared(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SyntaxNode root = tree.GetRoot(cancellationToken);
            foreach (SyntaxNode node in root.DescendantNodes(static node =>
                node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax))
            {
                if (node is AttributeListSyntax { Parent: TypeDeclarationSyntax } list ? HasMarker(list)
                    : node is UsingDirectiveSyntax { Alias: not null, Name: { } aliased } && IsMarker(aliased))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasMarker(AttributeListSyntax list)
    {
        foreach (AttributeSyntax attribute in list.Attributes)
        {
            if (IsMarker(attribute.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMarker(NameSyntax name)
    {
        while (name is QualifiedNameSyntax or AliasQualifiedNameSyntax)
        {
            name = name is QualifiedNameSyntax qualified ? qualified.Right : ((AliasQualifiedNameSyntax)name).Name;
        }

        return name is IdentifierNameSyntax { Identifier.ValueText: "ApiResult" or KnownNames.ResultMarkerName };
    }
}
