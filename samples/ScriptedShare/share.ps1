# Shares a calendar with guests from PowerShell, by zimbra-share: ./share.ps1 /my-events adresse@orange.fr, marie@example.com
# Server, account and password come from the profile (zimbra-share config show).
param(
    [Parameter(Mandatory)] [string] $Calendar,
    [Parameter(Mandatory)] [string[]] $Guests
)

$Guests | zimbra-share guest add $Calendar - --json | ConvertFrom-Json | ForEach-Object {
    switch ($_.type) {
        'share' { "$($_.grantee): $($_.outcome), $($_.identifier), mail $($_.mail)" }
        'failure' { Write-Warning "$($_.item): $($_.message.en)" }
    }
}
exit $LASTEXITCODE
