"""Settings of Sphinx for the site. Nothing is downloaded when it is built or read."""

import os
from pathlib import Path

_STATIC = Path(__file__).with_name("static")

project = html_title = os.environ["DOCS_TITLE"]
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 4
# The README is Markdown for package indexes; text that only MyST reads as markup would vanish from it.
myst_disable_syntax = ["myst_line_comment", "myst_block_break", "myst_target", "myst_role"]
smartquotes = False
html_theme = "furo"
html_static_path = [str(_STATIC)]
html_css_files = ["site.css"]
html_favicon = str(_STATIC / "icon.svg")
html_copy_source = False
html_show_copyright = False
html_show_sourcelink = False
html_theme_options: dict[str, object] = {"top_of_page_buttons": []}
