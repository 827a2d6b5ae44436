"""The tables of what was judged of stories, filled when a story is judged and emptied when it changes."""

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, String, Table, Text

from secondsource.store.tables import metadata

point = Table(
    "point",
    metadata,
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("speaker", String),
    Column("independent_sources", Integer, nullable=False),
)

telling = Table(
    "telling",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("point", String),
    Column("report", String, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("kind", String),
    Column("speaker", String, index=True),
    Column("verdict", String, nullable=False, index=True),
    Column("sentence", Integer, nullable=False, index=True),
)
"""What a verdict stands on: every statement of a point with the point's verdict, and the evidence of every finding with
the finding's. `point` is None for a finding about no point, `kind` and `speaker` where no statement stands there."""

finding = Table(
    "finding",
    metadata,
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("about", String),
    Column("omitted_by", String),
)

descent = Table(
    "descent",
    metadata,
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("lineage", String, nullable=False),
    Column("is_root", Boolean, nullable=False),
    Column("original", Text),
    Column("own_share", Float, nullable=False),
    Column("outlet", String),
    Column("hours", Float),
)
"""The lineage of a report within its story. `is_root` where no other report was found that it comes from, `original`
the name of the lost text that it goes back to ("" where nobody names it), `own_share` the share of its text that was
found in no other report and in no lost one. `hours` is how long after the first outlet of its story it came out; None
where that is not known, or no other outlet is."""

derivation = Table(
    "derivation",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("child", String, nullable=False, index=True),
    Column("parent", String, index=True),
    Column("manner", String, nullable=False),
    Column("score", Float, nullable=False),
    Column("original", Text),
    Column("child_outlet", String),
    Column("parent_outlet", String),
    Column("hours", Float),
)
"""That a report comes from another, so many hours after it; `parent` is None for a lost original, of which `original`
is the name ("" where nobody names it)."""

dispute = Table(
    "dispute",
    metadata,
    Column("id", String, primary_key=True),
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("verdict", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("point", String),
    Column("found_at", String, nullable=False, index=True),
)
"""What cannot all be so, or is denied; `found_at` is when the last report came that it takes to see that."""

scene = Table(
    "scene",
    metadata,
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Text, primary_key=True, index=True),
    Column("folded", Text, nullable=False),
    Column("reports", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The places that a story is set in, and how many of its reports say so; `folded` as in `name`."""

voice = Table(
    "voice",
    metadata,
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), primary_key=True),
    Column("speaker", String, primary_key=True),
    Column("full", String, nullable=False),
    Column("quotes", Integer, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("last_on", String),
    sqlite_with_rowid=False,
)
"""Who is quoted in a story: how often in words and how often in substance by its reports, and the day of the last of
them. `full` is the one fuller name that `speaker` is a form of in this story, or the same name."""

Index("finding_kind", finding.c.kind, finding.c.verdict)
Index("point_verdict", point.c.verdict)
Index("voice_full", voice.c.full, voice.c.story, voice.c.speaker, voice.c.quotes, voice.c.claims, voice.c.last_on)
Index("voice_speaker", voice.c.speaker, voice.c.full, voice.c.story, voice.c.quotes, voice.c.claims, voice.c.last_on)
Index(
    "derivation_child_outlet",
    *(derivation.c.child_outlet, derivation.c.parent_outlet, derivation.c.original, derivation.c.manner),
    *(derivation.c.child, derivation.c.hours),
)
Index(
    "derivation_parent_outlet",
    *(derivation.c.parent_outlet, derivation.c.child_outlet, derivation.c.original, derivation.c.manner),
    derivation.c.child,
)
Index(
    "descent_of_outlet",
    *(descent.c.outlet, descent.c.is_root, descent.c.own_share, descent.c.hours, descent.c.report, descent.c.story),
)
