"""The tables of an archive's database, in their present shape; `migrations` is how a database comes to have it.

Every row can be made again from the log and the bytes beside the database.
"""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()

migration = Table(
    "migration",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("name", String, nullable=False),
    Column("applied_at", String, nullable=False),
)
"""Which migrations this database has been through."""

document = Table(
    "document",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("content", String, nullable=False, index=True),
    Column("packed", LargeBinary, nullable=False),
    Column("place", Text, nullable=False),
    Column("url", Text),
    Column("article", Text, nullable=False, index=True),
    Column("report", String, index=True),
    Column("seen_at", String, nullable=False),
    Column("added_at", String, nullable=False, index=True),
    Column("cleaned_by", String),
)
"""What was handed in. `content` is the SHA-256 of its bytes, `packed` the Document without them; `article` is what all
versions of one article share, `report` the id that its report has for good, `seen_at` when it was fetched or, where
that is unknown, added; `cleaned_by` the version of cleaning that last saw it."""

rejection = Table(
    "rejection",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", ForeignKey("document.id"), unique=True),
    Column("place", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("added_at", String, nullable=False),
)
"""What could not be read, and why; `document` where its bytes were kept."""

report = Table(
    "report",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("document", ForeignKey("document.id"), nullable=False, index=True),
    Column("article", Text, nullable=False, index=True),
    Column("seen_at", String, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("outlet", String, index=True),
    Column("language", String),
    Column("published_on", String, index=True),
    Column("title", Text),
    Column("text", Text, nullable=False),
)
"""One row a version of an article; `is_current` marks the latest, which alone is grouped and counted. The text stands
last: whatever stands behind a long text is slow to reach."""

sentence = Table(
    "sentence",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
"""Where the sentences of reports stand. The number of a sentence holds that of its report (see `sentences`)."""

reading = Table(
    "reading",
    metadata,
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("reading", LargeBinary, nullable=False),
    Column("statements", LargeBinary, nullable=False),
    Column("annotated_by", String, nullable=False),
    Column("extracted_by", String, nullable=False),
)
"""The Reading and the Statements of a report, packed, and the version of the stage that made each."""

supply = Table(
    "supply",
    metadata,
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("agency", String, primary_key=True, index=True),
)
"""The agencies that a report credits."""

statement = Table(
    "statement",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("speaker", String, index=True),
    Column("force", String),
    Column("sentence", Integer, nullable=False, index=True),
)
"""What a report says, one row a statement, for searching; `sentence` is the number of the one that it begins in."""

meaning = Table(
    "meaning",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("owner", Integer, nullable=False, index=True),
    Column("signs", LargeBinary, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
    Column("embedded_by", String, nullable=False),
    sqlite_autoincrement=True,
)
"""What the quotations and claims of a report mean, one vector each in the order of `statement`: its coordinates in
bytes, and their signs in bits. `owner` is the report's number. No number is ever given twice, so that whoever keeps the
signs in memory sees what is new."""

name = Table(
    "name",
    metadata,
    Column("field", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("folded", String, nullable=False),
    sqlite_with_rowid=False,
)
"""The names of outlets, agencies and speakers that search can be asked for; `folded` has their words, in lower case,
each between blanks."""

sketch = Table(
    "sketch",
    metadata,
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("packed", LargeBinary, nullable=False),
    Column("sketched_by", String, nullable=False),
    Column("placed_by", String, nullable=False),
)
"""What grouping needs of a report that is the latest of its article, and the versions of grouping that made it and that
put the report into its story."""

key = Table(
    "key",
    metadata,
    Column("key", String, primary_key=True),
    Column("number", ForeignKey("report.number", ondelete="CASCADE"), primary_key=True, index=True),
    Column("weight", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""The telling words by which a report's neighbours are found; weight in ten-thousandths."""

story = Table(
    "story",
    metadata,
    Column("id", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("happened_on", String, index=True),
    Column("changed_at", String, nullable=False, index=True),
    Column("reports", Integer, nullable=False),
    Column("independent_sources", Integer),
    Column("judged_by", String),
    Column("judgement", LargeBinary),
)
"""A story; what was judged of it is packed in `judgement` and stands for the state that `judged_by` names. Both are
None from the moment that a report comes or goes until the story is judged again."""

member = Table(
    "member",
    metadata,
    Column("report", ForeignKey("report.id", ondelete="CASCADE"), primary_key=True),
    Column("story", ForeignKey("story.id", ondelete="CASCADE"), nullable=False, index=True),
)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    Column("made_by", String, nullable=False),
    Column("made_at", String, nullable=False),
    Column("undone_by", String),
    Column("undone_at", String),
)
"""What a person decided over the machine's head, kept for good; an undone decision stays in the log."""

Index("report_of_article", report.c.article, report.c.seen_at)
Index(
    "earlier_version",
    report.c.number,
    sqlite_where=report.c.is_current.is_(False),
    postgresql_where=report.c.is_current.is_(False),
)
