"""One letter wrong: too many, too few, another one, or two that changed places."""


def is_alike(term: str, other: str) -> bool:
    if abs(len(term) - len(other)) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(term, other, strict=False)) if a != b), min(len(term), len(other)))
    rest, others = term[same:], other[same:]
    swapped = rest[:2] == others[1::-1] and len(rest) > 1 and rest[2:] == others[2:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:] or swapped
