"""The page that every letter stands on."""

from html import escape
from string import Template as Frame
from typing import Final

FRAME: Final = Frame("""\
<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>
:root { color-scheme: light dark; }
.ground { background: #f4f2ee; }
.sheet { background: #ffffff; color: #1d2426; }
.rest { color: #566063; }
img { max-width: 100%; height: auto; }
@media (prefers-color-scheme: dark) {
  .ground { background: #14191b; }
  .sheet { background: #1d2426; color: #eceae5; }
  .rest { color: #a9b2b4; }
}
</style>
</head>
<body class="ground" style="margin:0;padding:0">
<table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0"><tr>
<td align="center" style="padding:24px 12px">
<table role="presentation" class="sheet" width="560" cellpadding="0" cellspacing="0" \
style="width:100%;max-width:560px;border-radius:12px;font:16px/24px 'Public Sans',Segoe UI,Arial,sans-serif"><tr>
<td style="padding:24px;overflow-wrap:anywhere;word-break:break-word">
<p style="margin:0 0 16px;font-weight:bold">$brand</p>
$words
<p style="margin:24px 0"><a class="button" href="$link" style="display:inline-block;padding:12px 24px;\
border-radius:8px;background:#14606a;color:#ffffff;font-weight:bold;text-decoration:none">$button</a></p>
<p class="rest" style="margin:0;font-size:13px;line-height:20px">$rest</p>
$quoted
</td></tr></table>
</td></tr></table>
</body>
</html>
""")


def as_lines(written: str) -> str:
    """Words as they stand on it, line by line."""
    return escape(written).replace("\n", "<br>")
