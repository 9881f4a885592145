namespace Zourit.Zimbra.Sharing.Testing.Model;

/// <summary>What a new installation has: global configuration and the two classes of service.</summary>
internal static class GlobalDefaults
{
    private static readonly string[] Features = ["Mail", "Calendar", "Contacts", "Tasks", "Briefcases", "Sharing"];

    public static void Apply(ZimbraDirectory directory)
    {
        AttributeBag config = directory.Config;
        config["zimbraExternalAccountProvisioningKey"] = "0:1700000000000:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        config["zimbraExternalShareInvitationUrlExpiration"] = "0";
        config["zimbraInternalSharingCrossDomainEnabled"] = "TRUE";

        // The recordings' default class of service and its id.
        var normal = new ClassOfService("default", "e00428a1-0c00-11d9-836a-000d93afea2a");
        var external = new ClassOfService("defaultExternal", "f27456a8-0c00-11d9-280a-286d93afea2g");
        foreach (string feature in Features)
        {
            normal.Attributes[$"zimbraFeature{feature}Enabled"] = "TRUE";
            external.Attributes[$"zimbraFeature{feature}Enabled"] = "FALSE";
        }

        foreach ((ClassOfService cos, string allowed) in new[] { (normal, "TRUE"), (external, "FALSE") })
        {
            cos.Attributes["zimbraExternalSharingEnabled"] = allowed;
            cos.Attributes["zimbraPublicSharingEnabled"] = allowed;
            cos.Attributes["zimbraExternalShareDomainWhitelistEnabled"] = "FALSE";
            foreach (string lifetime in new[] { "", "External", "Public", "File", "FileExternal", "FilePublic" })
            {
                string name = lifetime.StartsWith("File", StringComparison.Ordinal) ? $"zimbra{lifetime}ShareLifetime" : $"zimbra{lifetime}ShareLifetime";
                cos.Attributes[name] = "0";
            }

            cos.Attributes["zimbraExternalAccountLifetimeAfterDisabled"] = "30d";
            cos.Attributes["zimbraAuthTokenLifetime"] = "2d";
            cos.Attributes["zimbraAdminAuthTokenLifetime"] = "12h";
            cos.Attributes["zimbraPasswordMinLength"] = "6";
            cos.Attributes["zimbraPasswordMaxLength"] = "64";
            cos.Attributes["zimbraPasswordLockoutEnabled"] = "FALSE";
            cos.Attributes["zimbraPasswordLockoutMaxFailures"] = "10";
            cos.Attributes["zimbraPasswordLockoutFailureLifetime"] = "1h";
            cos.Attributes["zimbraPasswordLockoutDuration"] = "1h";
            cos.Attributes["zimbraPrefLocale"] = "en_US";
        }

        directory.ClassesOfService.Add(normal);
        directory.ClassesOfService.Add(external);
    }
}
