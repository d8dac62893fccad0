/** A program that runs a program of a language, of those that are followed. */
export interface Interpreter {
  readonly name: string;
  readonly language: "shell" | "python" | "javascript" | "powershell" | "ruby" | "perl" | "php" | "go";
  readonly source: string;
}

const of = (language: Interpreter["language"], source: string, names: string): Interpreter[] =>
  names.split(" ").map((name) => ({ name, language, source }));

const MAN = "https://man7.org/linux/man-pages/man1/";
const PYTHON = "https://docs.python.org/3/using/";

export const INTERPRETERS: readonly Interpreter[] = [
  ...of("shell", "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/sh.html", "sh"),
  ...of("shell", "https://www.gnu.org/software/bash/manual/", "bash"),
  ...of("shell", "https://busybox.net/downloads/BusyBox.html", "ash"),
  ...of("shell", "https://manpages.debian.org/stable/dash/dash.1.en.html", "dash"),
  ...of("shell", "https://zsh.sourceforge.io/Doc/", "zsh"),
  ...of("shell", "https://github.com/ksh93/ksh", "ksh"),
  ...of("shell", `${MAN}su.1.html`, "su"),
  ...of("shell", `${MAN}runuser.1.html`, "runuser"),
  ...of("shell", "https://learn.microsoft.com/windows-server/administration/windows-commands/cmd", "cmd"),
  ...of("python", `${PYTHON}cmdline.html`, "python python3"),
  ...of("python", "https://peps.python.org/pep-0394/", "python2"),
  ...of("python", `${PYTHON}windows.html`, "py"),
  ...of("python", "https://docs.astral.sh/uv/reference/cli/", "uv"),
  ...of("python", "https://pypy.org/", "pypy3"),
  ...of("javascript", "https://nodejs.org/api/cli.html", "node"),
  ...of("javascript", "https://packages.debian.org/stable/nodejs", "nodejs"),
  ...of("javascript", "https://docs.deno.com/runtime/reference/cli/run/", "deno"),
  ...of("javascript", "https://bun.sh/docs/cli/run", "bun"),
  ...of("javascript", "https://github.com/privatenumber/tsx", "tsx"),
  ...of(
    "powershell",
    "https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh",
    "pwsh",
  ),
  ...of(
    "powershell",
    "https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_powershell_exe",
    "powershell",
  ),
  ...of("ruby", "https://docs.ruby-lang.org/en/master/ruby/options_md.html", "ruby"),
  ...of("perl", "https://perldoc.perl.org/perlrun", "perl"),
  ...of("php", "https://www.php.net/manual/en/features.commandline.php", "php"),
  ...of("go", "https://pkg.go.dev/cmd/go", "go"),
];

const LANGUAGES = new Map(INTERPRETERS.map(({ name, language }) => [name, language]));

export const languageOf = (interpreter: string): Interpreter["language"] | undefined => LANGUAGES.get(interpreter);

/** What the name of a script ends with. */
export interface ScriptEnding {
  readonly ending: string;
  /** Without one, it is followed as a shell's or by its first line, or not at all. */
  readonly language?: "python" | "javascript" | "powershell";
  readonly source: string;
}

const MODULES = "https://nodejs.org/api/packages.html#determining-module-system";
const TYPESCRIPT = "https://www.typescriptlang.org/docs/handbook/modules/reference.html";

export const SCRIPT_ENDINGS: readonly ScriptEnding[] = [
  { ending: "sh", source: "https://google.github.io/styleguide/shellguide.html" },
  { ending: "bash", source: "https://www.gnu.org/software/bash/manual/" },
  { ending: "zsh", source: "https://zsh.sourceforge.io/Doc/" },
  { ending: "py", language: "python", source: `${PYTHON}cmdline.html` },
  ...["js", "mjs", "cjs"].map((ending) => ({ ending, language: "javascript" as const, source: MODULES })),
  ...["ts", "mts", "cts"].map((ending) => ({ ending, language: "javascript" as const, source: TYPESCRIPT })),
  {
    ending: "ps1",
    language: "powershell",
    source: "https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_scripts",
  },
  { ending: "rb", source: "https://docs.ruby-lang.org/en/master/" },
  { ending: "pl", source: "https://perldoc.perl.org/perlrun" },
  { ending: "php", source: "https://www.php.net/manual/en/features.commandline.php" },
  { ending: "go", source: "https://pkg.go.dev/cmd/go" },
  { ending: "exe", source: "https://learn.microsoft.com/windows-server/administration/windows-commands/start" },
];

const ENDINGS = new Map(SCRIPT_ENDINGS.map((row) => [row.ending, row]));

export const endingOf = (path: string): ScriptEnding | undefined =>
  ENDINGS.get(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
