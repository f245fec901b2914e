using Fixer.Hcl;

namespace Fixer.Iac.Terraform.Functions;

/// <summary>A record of a CSV file below its header.</summary>
sealed class CsvRow(SourceText text, TextSpan span) : DataNode(text, span);
