using System.Reflection;
using Zourit.Zimbra.Sharing.Messages;
using Zourit.Zimbra.Sharing.Messages.Mail;
using Zourit.Zimbra.Sharing.Tests.Conventions;

namespace Zourit.Zimbra.Sharing.Tests.Schemas;

public sealed class RequestSampleTests
{
    private static readonly IReadOnlyList<Type> RequestTypes =
    [
        .. Packages.PublicTypes.Where(type => type.IsSubclassOf(typeof(ZimbraRequest)) && !type.IsAbstract),
    ];

    [Fact]
    public void Every_type_of_request_is_among_the_samples() =>
        Assert.Empty(RequestTypes.Except(RequestSamples.All.Select(request => request.GetType())));

    [Fact]
    public void Every_property_of_a_request_is_set_in_one_of_the_samples()
    {
        IEnumerable<object> parts = RequestSamples
            .Grants.Cast<object>()
            .Append(RequestSamples.Acl)
            .Concat(RequestSamples.All.OfType<FolderActionRequest>().Select(request => request.Changes).OfType<object>());
        ILookup<Type, object> samples = RequestSamples.All.Concat(parts).ToLookup(sample => sample.GetType());

        // A reply's word on a grantee that was deleted; nothing to send.
        string[] onlyRead = ["FolderGrant.IsOrphan"];
        Assert.Empty(
            samples
                .SelectMany(type =>
                    Settable(type.Key)
                        .Where(property => type.All(sample => IsUnset(property, sample)))
                        .Select(property => $"{type.Key.Name}.{property.Name}")
                )
                .Except([.. onlyRead, .. WithoutRequestId(samples)])
        );
        Assert.Contains(RequestSamples.All, request => request.RequestId is not null);
    }

    [Fact]
    public void Every_folder_action_is_among_the_samples()
    {
        int factories = typeof(FolderActionRequest)
            .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            .Count(method => method.ReturnType == typeof(FolderActionRequest));
        string[] words = [.. RequestSamples.All.OfType<FolderActionRequest>().Select(request => request.Action.TrimStart('!')).Distinct()];

        // grant/revoke, check/uncheck and read/unread are two methods to a word.
        Assert.Equal(factories - 3, words.Length);
    }

    private static IEnumerable<string> WithoutRequestId(ILookup<Type, object> samples) =>
        samples.Select(type => $"{type.Key.Name}.{nameof(ZimbraRequest.RequestId)}");

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is not null);

    private static bool IsUnset(PropertyInfo property, object sample)
    {
        object? value = property.GetValue(sample);
        return value is null
            || (property.PropertyType == typeof(bool) && value is false)
            || (value is System.Collections.ICollection { Count: 0 });
    }
}
