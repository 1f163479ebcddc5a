"""Words with places in them: what can stand there, and that nothing else does any harm."""

import time

import pytest
from helpdesk.channels.notices.rules.templating import (
    LARGEST,
    MOST_NODES,
    TemplateFaultError,
    as_page,
    as_text,
    check,
    places_in,
    shown,
)
from hypothesis import example, given, settings
from hypothesis import strategies as st

BODY = shown("One\n\ntwo", "<p>One</p>\n\n<p>two</p>", block=True)
LINK = shown("https://x.example/?a&b", '<a href="https://x.example/?a&amp;b">here</a>')
KNOWN = {"name": "Rita", "priority": "P1", "body": BODY, "link": LINK, "empty": ""}


def text(source, **places):
    return as_text(source, KNOWN | places)


def page(source, **places):
    return as_page(source, KNOWN | places)


def refusal(source):
    with pytest.raises(TemplateFaultError) as refused:
        check(source, KNOWN)
    return refused.value.why.code, refused.value.why.values.get("line")


def test_places_conditions_and_filters_can_stand_in_words():
    source = """Hello {{ name | upper }},
{% if priority == "P1" and not empty %}
at once
{% elif priority in "P2 P3" %}
soon
{% else %}
later
{% endif %}
{{ empty | default("nobody", true) }}{{ " and more" if name }}"""
    check(source, KNOWN)
    assert text(source) == "Hello RITA,\nat once\nnobody and more"
    assert text(source, priority="P3") == "Hello RITA,\nsoon\nnobody and more"
    assert text(source, priority="P4", name="") == "Hello ,\nlater\nnobody"
    assert places_in(source) == {"name", "priority", "empty"}


@pytest.mark.parametrize(
    ("source", "code", "line"),
    [
        ("Hello\n{{ name", "unreadable_template", 2),
        ("{% if name %}\nHello", "unreadable_template", 2),
        ("One\n\n{{ nmae }}", "unknown_place", 3),
        ("{{ name }}\n{{ name.upper() }}", "beyond_template", 2),
        ("{{ name.__class__ }}", "beyond_template", 1),
        ("{{ name['x'] }}", "beyond_template", 1),
        ("{% for each in name %}{{ each }}{% endfor %}", "beyond_template", 1),
        ("{{ 'a' * 1000000 }}", "beyond_template", 1),
        ("{{ name ~ name }}", "beyond_template", 1),
        ("{% set name = 'x' %}", "beyond_template", 1),
        ("{% include 'other' %}", "beyond_template", 1),
        ("{% macro x() %}{% endmacro %}", "beyond_template", 1),
        ("{{ body | safe }}", "beyond_template", 1),
        ("{{ body | center(99999999) }}", "beyond_template", 1),
        ("{{ name | default(name) }}", "beyond_template", 1),
        ("{{ name < name }}", "beyond_template", 1),
        ("{{ 12 }}", "beyond_template", 1),
        ("{{ self }}", "unknown_place", 1),
        ("{{ " + "(" * 5000 + "name" + ")" * 5000 + " }}", "unreadable_template", 1),
        ("{% if name %}" * 200 + "{% endif %}" * 200, "unreadable_template", 1),
        ("{{ " + "1" * 9000 + " }}", "unreadable_template", 1),
        ("{{ name }}" * MOST_NODES, "too_many_places", None),
    ],
)
def test_anything_else_is_refused_with_its_line(source, code, line):
    assert refusal(source) == (code, line)


def test_what_has_no_place_has_no_end_to_be_bounded_by():
    """The length of what is made is: a letter that says a long message a hundred times is none."""
    source = "{{ body }}" * 100
    check(source, KNOWN)
    with pytest.raises(TemplateFaultError) as refused:
        text(source, body="x" * (LARGEST // 50))
    assert refused.value.why.code == "too_long_letter"


@pytest.mark.parametrize("source", ['{{ "x" in (name == name) }}', "{{ gone }}"])
def test_what_fails_only_when_it_is_written_is_a_fault_and_no_crash(source):
    with pytest.raises(TemplateFaultError) as refused:
        text(source)
    assert refused.value.why.code == "unwritable_letter"


def test_on_a_page_words_are_only_words():
    source = """<script>alert(1)</script> {{ name }} & {{ "<i>" }}
next line

{{ body }}

See {{ link }}{{ empty }}

{{ empty }}"""
    assert page(source, name="<b>\nR&D") == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;<br>R&amp;D &amp; &lt;i&gt;<br>next line</p>"
        "<p>One</p>\n\n<p>two</p>"
        f"<p>See {LINK.html}</p>"
    )


def test_what_a_filter_changed_of_a_message_has_lost_its_formatting():
    assert page("{{ body | upper }}", body=shown("<b>", "<p><b>x</b></p>", block=True)) == "<p>&lt;B&gt;</p>"


def test_words_that_run_right_to_left_turn_nothing_around():
    assert text("{{ name }} 12", name="\u05d0\u05d1") == "\u2068\u05d0\u05d1\u2069 12"


words = st.text(st.sampled_from("{}%|()'\"<>&#=. \n\x02\x03ab1") | st.characters(codec="utf-8"), max_size=60)
pieces = st.lists(
    words | st.sampled_from(["{{", "}}", "{%", "%}", " name ", " body ", "if", "endif", "else", "not", "|upper"]),
    max_size=12,
).map("".join)


@given(source=pieces, name=words)
@settings(max_examples=300, deadline=None)
@example(source="{{ name }}", name="\x02<b>\x03")
@example(source="\x02<b>\x03", name="")
def test_whatever_is_written_is_a_letter_or_a_refusal(source, name):
    places = KNOWN | {"name": name}
    try:
        check(source, places)
        as_text(source, places)
        made = as_page(source, places)
    except TemplateFaultError:
        return
    plain = made.replace(BODY.html, "").replace(LINK.html, "")
    tags = ["<p>", "</p>", "<br>"]
    for tag in tags:
        plain = plain.replace(tag, "")
    assert "<" not in plain
    assert ">" not in plain


def test_the_longest_words_take_no_time():
    source = "{% if name %}{{ body }}{% endif %}\n" * 99 + "x" * 6000
    began = time.process_time()
    check(source, KNOWN)
    page(source)
    assert time.process_time() - began < 5
