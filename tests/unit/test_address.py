"""Links between pages lead where they say, from every page and with every letter."""

from urllib.parse import urljoin, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from onrecord.address import absolute_url, relative_url, rooted_url
from onrecord.model import Site
from onrecord.text.source import Span

SITE = Site(
    span=Span.start_of("site.yaml"),
    title="T",
    base_url="https://example.org/repo/",
    tag_authority="example.org,2020",
)
NAMES = st.text(st.sampled_from("ab:.%?é\u0645 &'\"<>\\@;=+~"), min_size=1, max_size=6).filter(
    lambda name: name.strip(".")
)
PERMALINKS = st.builds(
    lambda names, end: "/" + "".join(f"{name}/" for name in names) + end,
    st.lists(NAMES, max_size=3),
    st.sampled_from(["", "index.html", "a:b.png", "#q-x"]),
)


@given(PERMALINKS, PERMALINKS)
def test_a_relative_link_leads_to_its_page(here: str, there: str) -> None:
    here = here.partition("#")[0]
    link = relative_url(SITE, here, there)
    assert urljoin(absolute_url(SITE, here), link) == absolute_url(SITE, there)
    assert urljoin(absolute_url(SITE, here), rooted_url(SITE, there)) == absolute_url(SITE, there)


@given(PERMALINKS, PERMALINKS)
def test_a_name_with_a_colon_is_never_taken_for_a_scheme(here: str, there: str) -> None:
    assert not urlsplit(relative_url(SITE, here, there)).scheme


def test_a_page_of_a_scheme_s_name_beside_the_front_page_stays_a_page() -> None:
    assert relative_url(SITE, "/", "/javascript:alert(1)/") == "./javascript:alert(1)/"
