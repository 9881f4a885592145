namespace Zourit.Zimbra.Sharing.Plans.Documents;

/// <summary>So much is wrong that reading ends: a list of it would help nobody, and cost memory for each byte of the file.</summary>
internal sealed class TooManyErrorsException : Exception;
