"""/export: everything of one kind as a table, sent while it is read."""

from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from secondsource.archive.exporting import EXPORTS
from secondsource.model.exports import ExportKind
from secondsource.surfaces.api.asked import TheDesk
from secondsource.surfaces.export.tables import FORMS, TableForm, columns_of

_TABLES: dict[str, Any] = {form.media_type.partition(";")[0]: {"schema": {"type": "string"}} for form in FORMS.values()}

router = APIRouter(prefix="/export", tags=["exports"])


@router.get(
    "/{kind}.{form}",
    response_class=StreamingResponse,
    responses={200: {"description": "The table, in pieces. One that breaks off was cut.", "content": _TABLES}},
)
def export(
    desk: TheDesk,
    kind: ExportKind,
    form: TableForm,
    raw: Annotated[bool, Query(description="Leave cells of CSV as they are, formulas too.")] = False,
) -> StreamingResponse:
    """Everything of one kind as JSON Lines, CSV or Parquet; no row is left out and none comes twice."""
    written = FORMS[form]
    pieces = written.write(desk.export(kind), columns_of(EXPORTS[kind].row), raw=raw)
    name = {"Content-Disposition": f'attachment; filename="{kind}.{form}"'}
    return StreamingResponse(pieces, media_type=written.media_type, headers=name)
