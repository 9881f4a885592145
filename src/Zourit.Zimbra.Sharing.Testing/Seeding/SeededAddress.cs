using Zourit.Zimbra.Sharing.Testing.Model;
using Zourit.Zimbra.Sharing.Values;

namespace Zourit.Zimbra.Sharing.Testing.Seeding;

/// <summary>An address that a test gives to an account, an alias or a group.</summary>
internal static class SeededAddress
{
    /// <summary>The address as the directory writes it.</summary>
    /// <exception cref="ArgumentException">It is no address, or somebody has it: of two owners one would never be found.</exception>
    public static string Free(ZimbraDirectory directory, string address, string parameter)
    {
        Argument.NotEmpty(address, parameter);
        return !AddressDomain.IsAddress(address)
                ? throw Argument.Invalid(new LocalizedText($"\"{address}\" is no address: write the name, an @ and the domain."), parameter)
            : directory.HasAddress(address)
                ? throw Argument.Invalid(
                    new LocalizedText($"The seed has the address {address} already. Give each account, alias and group its own."),
                    parameter
                )
            : address.ToLowerInvariant();
    }
}
