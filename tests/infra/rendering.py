"""CloudFormation's references as short text, so that a table can name a resource."""

import re
from typing import Any

# SAM fills in partition and region where it writes a policy itself.
_PREFIX = re.compile(
    r"arn:(?:\$\{AWS::Partition\}|aws):[\w-]+:(?:\$\{AWS::Region\}|eu-central-1)?:(?:\$\{AWS::AccountId\})?:"
)


def rendered(value: Any) -> str:
    """`!Ref X` and `!GetAtt X.Arn` are X; an ARN loses what every ARN begins with."""
    match value:
        case str():
            return _PREFIX.sub("", value)
        case {"Ref": name}:
            return str(name)
        case {"Fn::GetAtt": [name, *_]}:
            return str(name)
        case {"Fn::Sub": [text, values]}:
            for name, inner in values.items():
                text = text.replace(f"${{{name}}}", f"<{rendered(inner)}>")
            return rendered(text)
        case {"Fn::Sub": text}:
            return rendered(text)
        case {"Fn::Select": [index, {"Fn::Split": [mark, inner]}]}:
            return f"{rendered(inner)} split at {mark} {index}"
    raise AssertionError(f"No text for {value!r}")


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
