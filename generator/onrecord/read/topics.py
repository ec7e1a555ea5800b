"""Topics: their briefs and what they are called."""

from onrecord.disk.files import FoundFile
from onrecord.model import Topic
from onrecord.read.content import Broken
from onrecord.read.markdown_file import allowances_of, read_named
from onrecord.read.reading import Reading, Rules
from onrecord.read.schemas import TopicKeys


def read_topic(file: FoundFile, rules: Rules) -> Reading[Topic]:
    """The topic of a file, with the brief that is its body."""
    read, topic_id, found = read_named(TopicKeys, file, rules)
    if read is None:
        return Reading(diagnostics=tuple(found), broken=Broken(topics=frozenset((topic_id,))))
    topic = Topic(
        span=read.markdown.place.span,
        id=topic_id,
        title=read.keys.title,
        path=file.path,
        summary=read.keys.summary,
        is_published_always=read.keys.publish,
        language=read.keys.language or "",
        brief=read.markdown.front.body,
        brief_line=read.markdown.front.body_line,
    )
    allowed = allowances_of(read.keys.allow, read.markdown.place, file.path)
    return Reading((topic,), allowed, tuple(found))
