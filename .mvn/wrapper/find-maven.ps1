# For mvnw.cmd: prints the path of the Maven to run, after fetching it if need be. The order is that of mvnw.
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

function Say($message) { [Console]::Error.WriteLine("mvnw: $message") }

$pinned = @{}
Get-Content (Join-Path $PSScriptRoot 'maven-wrapper.properties') |
  Where-Object { $_ -match '^([^#=]+)=(.+)$' } | ForEach-Object { $pinned[$Matches[1]] = $Matches[2].Trim() }
$archive, $file = $pinned.distributionUrl -split '/(?=[^/]+$)'
if ($env:MVNW_ARCHIVE) { $archive = $env:MVNW_ARCHIVE }
$version = $file -replace '^apache-maven-(.+)-bin\.zip$', '$1'
$sha512 = $pinned.'sha512.zip'

$userHome = if ($env:MAVEN_USER_HOME) { $env:MAVEN_USER_HOME } else { Join-Path $env:USERPROFILE '.m2' }
$cache = Join-Path $userHome "wrapper\dists\apache-maven-$version"
$maven = Join-Path $cache $sha512.Substring(0, 16)
$command = Join-Path $maven 'bin\mvn.cmd'

# 1. The cache.
if (Test-Path -LiteralPath $command) { $command; exit 0 }

# 2. A Maven 3.9 on the PATH.
$other = Get-Command mvn.cmd -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
if ($other) {
  $said = (& $other.Source -B -v | Out-String) -replace '(?s).*Apache Maven ([0-9.]+).*', '$1'
  if ($said -match '^3\.(9|[1-9]\d)(\.|$)') { $other.Source; exit 0 }
}

# 3. Fetch it: with the other Maven, or from the archive.
New-Item -ItemType Directory -Force -Path $cache | Out-Null
$temp = Join-Path $cache ('.fetch.' + [IO.Path]::GetRandomFileName())
New-Item -ItemType Directory -Path $temp | Out-Null
try {
  $zip = Join-Path $temp $file
  if ($other) {
    Say "fetching Maven $version with $($other.Source)"
    Push-Location $temp
    & $other.Source -B -q org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy "-DoutputDirectory=$temp" `
      "-Dartifact=org.apache.maven:apache-maven:${version}:zip:bin" | Out-Null
    Pop-Location
    if ($LASTEXITCODE -ne 0) { Remove-Item -LiteralPath $zip -ErrorAction SilentlyContinue }
  }
  if (-not (Test-Path -LiteralPath $zip)) {
    Say "fetching Maven $version from $archive"
    Invoke-WebRequest -UseBasicParsing -Uri "$archive/$file" -OutFile $zip
  }
  $found = (Get-FileHash -LiteralPath $zip -Algorithm SHA512).Hash
  if ($found -ne $sha512) { throw "wrong checksum, $file was thrown away (SHA-512 $found, not $sha512)" }
  Expand-Archive -LiteralPath $zip -DestinationPath $temp
  try { [IO.Directory]::Move((Join-Path $temp "apache-maven-$version"), $maven) }
  catch { if (-not (Test-Path -LiteralPath $command)) { throw } } # another mvnw was faster
} catch {
  Say $_.Exception.Message
  $command = $null
} finally {
  Remove-Item -LiteralPath $temp -Recurse -Force -ErrorAction SilentlyContinue
}
if (-not $command) { exit 1 }
$command
