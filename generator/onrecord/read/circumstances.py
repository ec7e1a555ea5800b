"""What reading a value needs to know of its file and its site."""

from zoneinfo import ZoneInfo

from onrecord.text.frozen import Frozen


class Circumstances(Frozen):
    """What reading a value needs to know besides the value.

    `zone` is the site's time zone and `path` the file's path below the site's folder. Unknown keys
    are refused, and on a second reading passed over.
    """

    zone: ZoneInfo
    path: str
    passes_over_unknown_keys: bool = False
