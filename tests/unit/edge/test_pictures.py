"""Pictures that stand in a text: files that came with it, whatever is written there."""

import re
from html import escape

import pytest
from helpdesk.foundation.edge.pictures import UnknownPictureError, as_links, kept, placed
from helpdesk.foundation.edge.rich_text import cleaned, plain
from hypothesis import example, given
from hypothesis import strategies as st

NAMED = st.from_regex(r"[0-9A-Za-z._-]{1,20}", fullmatch=True)
CALLED = st.text().map(escape)
PICTURES = st.builds('<img src="cid:{}" alt="{}">'.format, NAMED, CALLED)
HTML = st.lists(
    st.one_of(PICTURES, st.text().map(escape), st.sampled_from(["<p>", "</p>", '<a href="https://x.example">', "</a>"]))
).map("".join)


def references(html):
    return re.findall(r'<img src="cid:([^"]*)"', html)


@given(HTML, st.dictionaries(NAMED, st.tuples(NAMED, st.text())))
def test_none_leads_to_a_file_that_did_not_come_with_the_text(html, files):
    clean = cleaned(html)
    named = references(clean)
    try:
        stored = placed(clean, files)
    except UnknownPictureError:
        assert not set(named) <= set(files)
        return
    assert references(stored) == [files[each][0] for each in named]
    assert kept(stored) == stored


@given(HTML)
@example('<img src="cid:0" alt=""><a href="https://x.example"></p><img src="cid:0" alt="">word</a>')
def test_a_mail_shows_no_picture_and_the_same_words(html):
    clean = cleaned(html)
    mailed = as_links(clean, "https://desk.example/t?a=1&b=2")
    assert "<img" not in mailed
    assert mailed.count('<a href="https://desk.example/t?a=1&amp;b=2">') <= len(references(clean))
    assert all(word in plain(mailed) for word in plain(clean).split() if "[" not in word and "]" not in word)


def test_in_a_mail_a_picture_is_a_link_to_where_it_can_be_seen():
    html = '<p><img src="cid:1" alt="a&amp;b.png"> <a href="https://x.example"><img src="cid:2" alt="c.png"></a></p>'
    assert as_links(html, "https://desk.example/?a&b") == (
        '<p><a href="https://desk.example/?a&amp;b">[a&amp;b.png]</a> <a href="https://x.example">[c.png]</a></p>'
    )


def test_one_that_is_none_of_the_files_is_named():
    with pytest.raises(UnknownPictureError, match=re.escape("map.png")):
        placed('<img src="cid:1" alt="map.png">', {"2": ("x", "y")})
