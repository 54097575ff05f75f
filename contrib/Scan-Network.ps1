<#
.SYNOPSIS
    Looks who is on the networks of this computer and writes a file for the import of Home Inventory.
.DESCRIPTION
    Asks every address of each connected private IPv4 network (a /22 at most) with a ping, then reads the neighbour
    table of Windows: who does not answer a ping still has to say its hardware address. Needs no administrator.
    Runs in Windows PowerShell 5.1 and PowerShell 7 on Windows. The format is described in docs/scan-format.md.
.EXAMPLE
    .\Scan-Network.ps1 -Path scan.json -Site cabin
#>
param(
    [string] $Path = 'scan.json',
    [string] $Site = '',
    [int] $TimeoutMs = 1000,
    [switch] $NoNames
)

$ErrorActionPreference = 'Stop'

function Get-Time { (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ') }

function ConvertTo-Number([string] $Address) {
    $bytes = ([System.Net.IPAddress] $Address).GetAddressBytes()
    ([long] $bytes[0] * 16777216) + ([long] $bytes[1] * 65536) + ([long] $bytes[2] * 256) + [long] $bytes[3]
}

function ConvertTo-Address([long] $Number) {
    '{0}.{1}.{2}.{3}' -f (($Number -shr 24) -band 255), (($Number -shr 16) -band 255), (($Number -shr 8) -band 255), ($Number -band 255)
}

function Test-Private([string] $Address) {
    $Address -match '^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)'
}

$started = Get-Time
$networks = @()
$hosts = @()

foreach ($own in @(Get-NetIPAddress -AddressFamily IPv4 -AddressState Preferred)) {
    if (-not (Test-Private $own.IPAddress) -or $own.PrefixLength -lt 22 -or $own.PrefixLength -gt 30) { continue }
    $size = [long] [math]::Pow(2, 32 - $own.PrefixLength)
    $number = ConvertTo-Number $own.IPAddress
    $first = $number - ($number % $size)
    $cidr = '{0}/{1}' -f (ConvertTo-Address $first), $own.PrefixLength
    if (@($networks | Where-Object { $_.cidr -eq $cidr }).Count -gt 0) { continue }

    # 64 at a time; never the first and last address: some devices answer those for the whole network.
    $answered = @{}
    for ($start = $first + 1; $start -lt $first + $size - 1; $start += 64) {
        $end = [math]::Min($start + 63, $first + $size - 2)
        # Not `$start..$end`: ranges count in 32 bits with a sign, addresses don't.
        $pings = @(for ($target = $start; $target -le $end; $target++) {
            $ping = New-Object System.Net.NetworkInformation.Ping
            @{ Ping = $ping; Task = $ping.SendPingAsync((ConvertTo-Address $target), $TimeoutMs) }
        })
        foreach ($one in $pings) {
            try {
                $reply = $one.Task.GetAwaiter().GetResult()
                if ($reply.Status -eq 'Success') { $answered[$reply.Address.ToString()] = $reply.RoundtripTime }
            } catch { Write-Verbose $_ }
            $one.Ping.Dispose()
        }
    }

    foreach ($row in @(Get-NetNeighbor -AddressFamily IPv4 -InterfaceIndex $own.InterfaceIndex -ErrorAction SilentlyContinue)) {
        # Without the cast the state is a number in Windows PowerShell.
        $state = [string] $row.State
        $address = [string] $row.IPAddress
        $there = $answered.ContainsKey($address)
        if ($row.LinkLayerAddress -match '^(00-){5}00$|^(FF-){5}FF$|^01-00-5E' -or -not $row.LinkLayerAddress) { continue }
        if (-not (Test-Private $address) -or (-not $there -and $state -notin 'Reachable', 'Stale', 'Delay', 'Probe')) { continue }
        $name = $null
        if (-not $NoNames) {
            try { $name = [System.Net.Dns]::GetHostEntry($address).HostName } catch { Write-Verbose $_ }
        }
        $found = [ordered] @{
            ip        = $address
            mac       = [string] $row.LinkLayerAddress
            # A row that is only stale may be of a device that has left.
            state     = $(if ($there -or $state -eq 'Reachable') { 'up' } else { 'unknown' })
            last_seen = Get-Time
            sources   = @($(if ($there) { 'icmp' }), 'neighbor' | Where-Object { $_ })
        }
        if ($name) { $found.names = @([ordered] @{ value = $name; source = 'dns' }) }
        if ($there) { $found.rtt_ms = $answered[$address] }
        $hosts += $found
    }
    # This computer is in no neighbour table of its own.
    $adapter = Get-NetAdapter -InterfaceIndex $own.InterfaceIndex -ErrorAction SilentlyContinue
    if ($adapter -and $adapter.MacAddress) {
        $hosts += [ordered] @{
            ip        = [string] $own.IPAddress
            mac       = [string] $adapter.MacAddress
            state     = 'up'
            last_seen = Get-Time
            sources   = @('neighbor')
            names     = @([ordered] @{ value = $env:COMPUTERNAME; source = 'netbios' })
        }
    }
    $networks += [ordered] @{ cidr = $cidr; interface = [string] $own.InterfaceAlias }
}

$scan = [ordered] @{
    format      = 'home-inventory-scan'
    version     = 1
    scanner     = [ordered] @{
        name    = 'Scan-Network.ps1'
        version = '1.0.0'
        host    = $env:COMPUTERNAME
        methods = @('neighbor', 'icmp')
    }
    started_at  = $started
    finished_at = Get-Time
    networks    = @($networks)
    complete    = ($networks.Count -gt 0)
    hosts       = @($hosts)
}
if ($Site) { $scan.site = $Site }

# Not with `>`: Windows PowerShell would write UTF-16. The default depth of two would cut the names.
$full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
$json = ConvertTo-Json -InputObject $scan -Depth 6
[System.IO.File]::WriteAllText($full, $json, (New-Object System.Text.UTF8Encoding $false))
Write-Output ('{0} hosts in {1} networks: {2}' -f $hosts.Count, $networks.Count, $full)
