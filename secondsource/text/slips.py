"""Slips: two numbers of which the one may be miswritten or miscounted for the other."""


def is_digit_slip(one: float, other: float) -> bool:
    """Whether two whole numbers differ in one digit, or in two neighbours that stand the other way round."""
    if one != int(one) or other != int(other):
        return False
    ours, theirs = f"{one:.0f}", f"{other:.0f}"
    apart = [at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b]
    if len(ours) != len(theirs) or not apart:
        return False
    first, last = apart[0], apart[-1]
    is_turned = last - first == 1 and ours[first : last + 1] == theirs[first : last + 1][::-1]
    return len(apart) == 1 or (len(apart) == len("ab") and is_turned)


def is_misread(one: float, other: float) -> bool:
    """Whether two whole numbers differ as by a slip of the pen and not by counting on: two digits turned round, or
    another than the last that is no nought: 45 and 54, 340 and 440.
    """
    if not is_digit_slip(one, other):
        return False
    while one % 10 == other % 10 == 0:
        one, other = one / 10, other / 10
    return one >= 10 and (one % 10 == other % 10 or sorted(f"{one:.0f}") == sorted(f"{other:.0f}"))


def is_round_slip(one: float, other: float) -> bool:
    """Whether two whole numbers differ in one digit or two turned round, or by one digit and noughts: 775 and 805."""
    apart = abs(one - other)
    if one != int(one) or other != int(other) or not apart:
        return False
    return is_digit_slip(one, other) or len(f"{apart:.0f}".rstrip("0")) == 1
