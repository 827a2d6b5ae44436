"""Average-link clustering, with what comes out in the order of what went in."""

import numpy as np
from numpy.typing import NDArray


def cluster(likeness: NDArray[np.float64], least: float) -> list[list[int]]:
    """Join the groups most alike, on average over their members, until none are alike by `least`; indices in order."""
    size = len(likeness)
    if size == 1:
        return [[0]]
    from scipy.cluster.hierarchy import fcluster, linkage

    distance = np.clip(1.0 - (likeness + likeness.T) / 2, 0.0, 1.0)
    labels = fcluster(linkage(distance[np.triu_indices(size, 1)], "average"), 1.0 - least, "distance")
    groups: dict[int, list[int]] = {}
    for index, label in enumerate(labels.tolist()):
        groups.setdefault(label, []).append(index)
    return list(groups.values())
