"""Settings of Sphinx for the reference. Nothing is downloaded when it is built or read."""

import os

project = os.environ["DOCS_PROJECT"]
version = release = os.environ["DOCS_VERSION"]
extensions = ["myst_parser"]
myst_enable_extensions = ["deflist"]
# The README is Markdown for package indexes; text that MyST alone takes for markup would vanish from it.
myst_disable_syntax = ["myst_line_comment", "myst_block_break", "myst_target", "myst_role"]
smartquotes = False
html_theme = "furo"
html_title = f"{project} {version}"
html_static_path = [os.environ["DOCS_STATIC"]]
html_css_files = ["narrow.css"]
html_favicon = os.path.join(os.environ["DOCS_STATIC"], "icon.svg")
html_copy_source = False
html_show_copyright = False
html_show_sourcelink = False
html_theme_options: dict[str, object] = {"top_of_page_buttons": []}
