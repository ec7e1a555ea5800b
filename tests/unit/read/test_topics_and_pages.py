import pytest

from tests.rig.reading import Folder


def test_a_topic_holds_what_its_file_says(folder: Folder) -> None:
    text = "---\ntitle: Nuclear deal\nsummary: In short.\npublish: true\nlanguage: en\n---\nThe brief.\n"
    found = folder.read({"content/topics/nuclear-deal.md": text})
    assert found.told == []
    (topic,) = found.records.topics
    assert (topic.id, topic.title, topic.summary) == ("nuclear-deal", "Nuclear deal", "In short.")
    assert (topic.is_published_always, topic.language) == (True, "en")
    assert (topic.brief, topic.brief_line) == ("The brief.\n", 7)


def test_a_topic_may_have_no_brief(folder: Folder) -> None:
    assert folder.read({"content/topics/iran.md": "---\ntitle: Iran\n---\n"}).told == []


def test_a_topics_files_name_is_an_id(folder: Folder) -> None:
    finding = folder.read({"content/topics/Nuclear Deal.md": "---\ntitle: T\n---\n"}).only("OR112")
    assert "nuclear-deal" in finding.hint


def test_two_topics_with_one_id_are_an_error(folder: Folder) -> None:
    text = "---\ntitle: T\n---\n"
    found = folder.read({"content/topics/iran.md": text, "content/topics/asia/iran.md": text})
    assert "content/topics/asia/iran.md" in found.only("OR113").message


def test_a_page_stands_at_the_path_of_its_file(folder: Folder) -> None:
    text = "---\ntitle: T\nsummary: S\nlanguage: de\nredirect_from: old\n---\nText.\n"
    found = folder.read({"content/pages/About Us/Who we are.md": text})
    assert found.told == []
    (page,) = found.records.pages
    assert (page.slug, page.title, page.summary) == ("about-us/who-we-are", "T", "S")
    assert page.language == "de"
    assert [str(old) for old in page.redirect_from] == ["old"]
    assert (page.body, page.body_line) == ("Text.\n", 7)


@pytest.mark.parametrize("name", ["!!!.md", "a/!!!/b.md"])
def test_a_page_has_letters_or_digits_in_every_part_of_its_path(folder: Folder, name: str) -> None:
    assert folder.read({f"content/pages/{name}": "---\ntitle: T\n---\nText.\n"}).codes == ["OR112"]


def test_a_page_without_text_is_warned_of(folder: Folder) -> None:
    found = folder.read({"content/pages/about.md": "---\ntitle: T\n---\n"})
    assert found.codes == ["OR119"]
    assert len(found.records.pages) == 1
