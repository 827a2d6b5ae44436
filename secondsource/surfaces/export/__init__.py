"""For other programs: the graph of descent as GraphML, GEXF and W3C PROV-O; tables as JSON Lines, CSV, Parquet."""

from secondsource.surfaces.export.gexf import to_gexf
from secondsource.surfaces.export.graphml import to_graphml
from secondsource.surfaces.export.prov import to_prov

__all__ = ["to_gexf", "to_graphml", "to_prov"]
