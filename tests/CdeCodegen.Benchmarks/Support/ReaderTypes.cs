extern alias generator;

global using SpecKind = generator::CdeCodegen.Generator.Reading.SpecKind;
global using SpecNode = generator::CdeCodegen.Generator.Reading.SpecNode;
