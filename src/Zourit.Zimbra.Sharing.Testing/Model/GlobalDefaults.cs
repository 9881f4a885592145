namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>What a new installation has: global configuration and the two classes of service.</summary>
internal static class GlobalDefaults
{
    public static void Apply(ZimbraDirectory directory)
    {
        AttributeBag config = directory.Config;
        NewInstallation.ApplyToConfig(config);
        config["zimbraExternalAccountProvisioningKey"] = "0:1700000000000:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        config["zimbraExternalShareInvitationUrlExpiration"] = "0";
        config["zimbraInternalSharingCrossDomainEnabled"] = "TRUE";

        // The recordings' default class of service and its id.
        var normal = new ClassOfService("default", "e00428a1-0c00-11d9-836a-000d93afea2a");
        var external = new ClassOfService("defaultExternal", "f27456a8-0c00-11d9-280a-286d93afea2g");
        NewInstallation.ApplyToCos(normal.Attributes, isExternal: false);
        NewInstallation.ApplyToCos(external.Attributes, isExternal: true);
        foreach (ClassOfService cos in new[] { normal, external })
        {
            cos.Attributes["cn"] = cos.Name;
            cos.Attributes["zimbraId"] = cos.Id;
        }

        directory.ClassesOfService.Add(normal);
        directory.ClassesOfService.Add(external);
    }
}
