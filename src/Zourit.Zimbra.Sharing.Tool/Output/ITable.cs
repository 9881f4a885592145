namespace Zourit.Zimbra.Sharing.Tool.Output;

/// <summary>Rows that wait for their columns' widths.</summary>
internal interface ITable
{
    void Write(OutputStream output);
}
