/** What a cmdlet does with what it is given, as far as it matters to a request. */
export type CmdletEffect =
  /** Makes a request. */
  | "requests"
  | "makes JSON"
  | "parses JSON"
  /** Reads or writes a file; `copies` gives on what it writes. */
  | "reads"
  | "writes"
  | "copies"
  /** Shows it, wherever the pipeline's output goes. */
  | "shows"
  /** Gives it on as it is, gives a value made of it, picks a member out of it, or puts the parts of a path together. */
  | "passes"
  | "keeps"
  | "selects"
  | "joins paths"
  /** Turns tracing on. */
  | "traces"
  /** Gives nothing, and nothing of it matters. Verbose and debug output is shown only when somebody asks for it. */
  | "nothing";

export interface Cmdlet {
  /** In any case. */
  readonly name: string;
  readonly does: CmdletEffect;
  readonly source: string;
}

const MICROSOFT = "https://learn.microsoft.com/powershell/module/";

/** Cmdlets, with their aliases after `=`, of a module of PowerShell. */
const cmdlets = (does: CmdletEffect, module: string, names: string): Cmdlet[] =>
  names.split(" ").flatMap((one) => {
    const [name = "", ...aliases] = one.split("=");
    const source = `${MICROSOFT}microsoft.powershell.${module}/${name.toLowerCase()}`;
    return [name, ...aliases].map((called) => ({ name: called, does, source }));
  });

export const CMDLETS: readonly Cmdlet[] = [
  ...cmdlets("requests", "utility", "Invoke-RestMethod=irm Invoke-WebRequest=iwr=curl=wget"),
  ...cmdlets("makes JSON", "utility", "ConvertTo-Json"),
  ...cmdlets("parses JSON", "utility", "ConvertFrom-Json"),
  ...cmdlets("reads", "management", "Get-Content=gc=cat=type"),
  ...cmdlets("writes", "utility", "Out-File"),
  ...cmdlets("writes", "management", "Set-Content Add-Content"),
  ...cmdlets("copies", "utility", "Tee-Object=tee"),
  ...cmdlets("shows", "utility", "Write-Host Write-Information Write-Warning Write-Progress"),
  ...cmdlets("shows", "core", "Out-Host Out-Default"),
  ...cmdlets(
    "passes",
    "utility",
    "Write-Output=write=echo Out-String Format-List=fl Format-Table=ft Format-Wide=fw Format-Custom=fc",
  ),
  ...cmdlets("keeps", "utility", "New-Object Get-Variable Select-String Sort-Object"),
  ...cmdlets("keeps", "security", "ConvertTo-SecureString"),
  ...cmdlets("joins paths", "management", "Join-Path"),
  ...cmdlets("keeps", "core", "Where-Object"),
  ...cmdlets("selects", "utility", "Select-Object=select"),
  ...cmdlets("traces", "core", "Set-PSDebug"),
  ...cmdlets(
    "nothing",
    "utility",
    "Write-Error Write-Verbose Write-Debug Start-Sleep=sleep Set-Variable Remove-Variable",
  ),
  ...cmdlets("nothing", "utility", "Export-Csv Export-Clixml"),
  ...cmdlets("nothing", "core", "Out-Null Set-StrictMode Import-Module Remove-Module Export-ModuleMember"),
  ...cmdlets("nothing", "management", "Set-Location=cd Remove-Item=rm New-Item Set-Item"),
  { name: "exit", does: "nothing", source: `${MICROSOFT}microsoft.powershell.core/about/about_language_keywords` },
];

const EFFECTS = new Map(CMDLETS.map(({ name, does }) => [name.toLowerCase(), does]));

export const cmdletNamed = (name: string): CmdletEffect | undefined => EFFECTS.get(name.toLowerCase());
