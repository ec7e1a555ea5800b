"""The documents that tests look into, by name."""

from tests.rig.needs import ROOT

README = ROOT / "README.md"
PAGES = ROOT / "docs/content/pages"
TUTORIAL = PAGES / "tutorial.md"
WRITING = PAGES / "writing.md"
SITE_YAML = PAGES / "site-yaml.md"
THEMING = PAGES / "theming.md"
QUOTING = PAGES / "quoting.md"
CITING = PAGES / "citing.md"
PROFILING = PAGES / "profiling.md"
CORRECTING = PAGES / "correcting.md"
ANONYMISING = PAGES / "anonymising.md"
TRANSLATING = PAGES / "translating.md"
GUIDES = (
    QUOTING,
    CITING,
    PROFILING,
    CORRECTING,
    ANONYMISING,
    TRANSLATING,
    THEMING,
    PAGES / "deploying.md",
)
