"""HTML that people send: whatever it is, what stays can be shown to anybody, and says in plain text what it says."""

import re
from html import escape
from html.parser import HTMLParser

import pytest
from helpdesk.foundation.edge.pictures import REFERENCE
from helpdesk.foundation.edge.rich_text import DEEPEST, TAGS, TangledError, cleaned, plain
from hypothesis import example, given
from hypothesis import strategies as st

NAMES = [
    *sorted(TAGS), "B", "script", "style", "img", "svg", "math", "iframe", "table", "td", "button", "form", "div", "h1",
    "template", "textarea", "noscript", "title", "foreignObject", "annotation-xml", "mtext", "plaintext", "select",
    "base",
]  # fmt: skip
ADDRESSES = [
    "https://x.example/?a=1&b=2", "mailto:a@b.example", "javascript:alert(1)", "JaVa\tScript:alert(1)", "//x.example",
    "&#106;avascript:alert(1)", "data:text/html,<script>", "vbscript:x", "/api/me", "\x01javascript:x", "http:x",
    "cid:01J-a.b", "CID:x", "cid:", "cid:x y",
]  # fmt: skip
ATTRIBUTES = st.one_of(
    st.tuples(st.sampled_from(["href", "src", "action", "srcset", "style"]), st.sampled_from(ADDRESSES)),
    st.tuples(st.just("alt"), st.text().map(escape)),
    st.tuples(st.sampled_from(["onclick", "onerror", "class", "id", "start", "rel", "target", "xmlns"]), st.text()),
)
OPENED = st.builds(
    lambda name, given: f"<{name}{''.join(f' {key}={chr(34)}{value}{chr(34)}' for key, value in given)}>",
    st.sampled_from(NAMES),
    st.lists(ATTRIBUTES, max_size=2),
)
CLOSED = st.builds(lambda name: f"</{name}>", st.sampled_from(NAMES))
PIECES = st.one_of(
    OPENED, CLOSED, st.text(), st.sampled_from(["\n", "<!--", "-->", "<![CDATA[", "]]>", "<", "\0", "&lt;"])
)
HTML = st.lists(PIECES, max_size=12).map("".join)


class Reader(HTMLParser):
    """Another parser than the one that cleans."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.words, self.others = set(), set(), [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {(tag, name, value) for name, value in attrs}

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.others.append(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


def is_harmless(tag, name, value):
    if (tag, name) == ("a", "href"):
        return re.match(r"(https?|mailto):", value, re.IGNORECASE) is not None
    if tag == "img":
        return name == "alt" or (name == "src" and REFERENCE.fullmatch(value) is not None)
    return ((tag, name) == ("ol", "start") and value.isdigit()) or (tag, name, value) == ("a", "rel", REL)


REL = "noopener noreferrer nofollow"


@given(HTML)
@example("<p><button><p>x</p></button></p>")
@example("<pre>\n\n\nx</pre>")
@example('<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">')
@example("<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>")
@example("<b><p>" * 6)
def test_only_what_may_be_shown_to_anybody_stays_and_cleaning_again_changes_nothing(html):
    try:
        clean = cleaned(html)
    except TangledError:
        return
    seen = Reader(clean)
    assert seen.tags <= TAGS
    assert [each for each in seen.attributes if not is_harmless(*each)] == []
    assert seen.others == []
    assert cleaned(clean) == clean


@given(HTML)
def test_what_is_refused_is_nothing_that_anybody_wrote(html):
    """Of twelve pieces nothing is nested too deep, and all come to rest."""
    assert isinstance(plain(cleaned(html)), str)


@given(st.text())
def test_no_word_is_lost(text):
    """Spaces apart, which HTML does not keep; signs that are none are."""
    kept = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", "", text)
    assert plain(cleaned(f"<p>{escape(text)}</p>")).split() == kept.split()


@given(HTML)
def test_the_text_says_what_the_html_says(html):
    clean = cleaned(html)
    squeezed = "".join(plain(clean).split())
    for word in "".join(Reader(clean).words).split():
        assert all(letter in squeezed for letter in word)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Hello <strong>Rita</strong>,</p><p>one<br>two</p>", "Hello Rita,\n\none\ntwo"),
        (
            "<ul><li><p>one</p></li><li><p>two</p><ul><li>in</li></ul></li></ul><p>end</p>",
            "- one\n- two\n  - in\n\nend",
        ),
        ("<p>x</p><ol start='3'><li>a</li><li>b<p>c</p></li></ol>", "x\n\n3. a\n4. b\n\n   c"),
        ("<blockquote><p>one</p><p>two</p></blockquote><p>three</p>", "> one\n>\n> two\n\nthree"),
        ("<pre><code>if x:\n    y  z\n\n\nend</code></pre>", "if x:\n    y  z\n\n\nend"),
        ('<p>See <a href="https://x.example/?a=1&amp;b">the page</a>.</p>', "See the page (https://x.example/?a=1&b)."),
        ('<a href="https://x.example">https://x.example</a>', "https://x.example"),
        ('<a href="mailto:a@b.example">a@b.example</a>', "a@b.example"),
        ('<a href="https://x.example"></a>', "https://x.example"),
        ('See <a href="https://x.example">the<br>page</a>.', "See the\npage (https://x.example)."),
        ('<a href="https://x.example"><p>One</p><p>Two</p></a>', "One\n\nTwo\n\n(https://x.example)"),
        ('Ask <a href="https://x.example"><p>https://x.example</p></a>', "Ask\n\nhttps://x.example"),
        ("<p>a &lt;b&gt; &amp; c</p>", "a <b> & c"),
        ("<p>\n  a\n  b </p>", "a b"),
        ("<p></p><p><br></p>", ""),
        ('<p>See <img src="cid:1" alt="a  \n&lt;b&gt;.png"></p><img src="cid:2">', "See [a <b>.png]\n\n[]"),
    ],
)
def test_as_plain_text(html, text):
    assert plain(cleaned(html)) == text


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<script>alert(1)</script><p onclick=x>Hi</p>", "<p>Hi</p>"),
        ('<img src="https://x.example/track.png">Hi', "Hi"),
        ('<img src="/api/me">Hi<img alt="x">', "Hi"),
        (
            '<a href="cid:1"><img alt=\'"\' src="cid:1" onerror="x"></a>',
            f'<a rel="{REL}"><img src="cid:1" alt="&quot;"></a>',
        ),
        ("<div><h1>Hi</h1> <u>there</u></div>", "Hi there"),
        ('<a href="javascript:x">Hi</a>', f'<a rel="{REL}">Hi</a>'),
        ("<ol start=x><li>Hi", "<ol><li>Hi</li></ol>"),
        ("a\r\nb\0", "a\nb"),
    ],
)
def test_as_it_is_kept(html, clean):
    assert cleaned(html) == clean


def test_what_is_nested_deeper_than_anybody_writes_is_refused():
    assert cleaned("<blockquote>" * DEEPEST).startswith("<blockquote>")
    with pytest.raises(TangledError):
        cleaned("<blockquote>" * (DEEPEST + 1))
