"""Draws what a terminal shows, with its colours: ANSI text from standard input, SVG to standard output."""

import io
import re
import sys

from rich.console import Console
from rich.text import Text

title, width = sys.argv[1], int(sys.argv[2])
console = Console(record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor")
for line in sys.stdin.read().splitlines():
    console.print(Text.from_ansi(line), soft_wrap=False)
svg = console.export_svg(title=title, unique_id="terminal")
# A picture that loads nothing from elsewhere: the reader's own monospace font does.
sys.stdout.write(re.sub(r"\s*@font-face \{.*?\}\n", "", svg, flags=re.DOTALL))
