"""What `sam build` and `sam package` do, for the emulator: code, workflows and nested templates to its S3.

Functions run on this machine's Python and find third-party packages in its virtual environment, so the
layers hold our code alone. Byte code goes along: each start of a stack unpacks the code anew.
"""

import hashlib
import io
import json
import py_compile
import sys
import tempfile
import zipfile
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, Final

import yaml

from infra import templates
from infra.local.fingerprint import source_files
from infra.local.translate import localized
from infra.templates import Template

BUCKET: Final = "helpdesk-local-artifacts"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)


class Packager:
    """Uploads what a template points to; every object is named by its content."""

    def __init__(self, s3: Any, gateway_url: str) -> None:
        self._s3 = s3
        self._gateway_url = gateway_url
        self.templates: dict[str, Template] = {}

    def upload_template(self, path: Path) -> str:
        """The URL of the translated template, everything it points to being uploaded before."""
        template = templates.read(path)
        for resource in template["Resources"].values():
            if isinstance(resource, dict):  # a `Fn::ForEach` is a list, and points to nothing
                self._upload_parts(resource, path.parent)
        native = localized(template, self._gateway_url)
        url = self.upload(native)
        self.templates[url] = native
        return url

    def upload(self, native: Template) -> str:
        return f"{self._gateway_url}/{BUCKET}/{self._put(json.dumps(native, default=str).encode(), 'json')}"

    def _upload_parts(self, resource: dict[str, Any], folder: Path) -> None:
        properties = resource.get("Properties", {})
        match resource.get("Type"):
            case "AWS::Serverless::Function":
                properties["CodeUri"] = self._object(_zipped(folder / properties["CodeUri"], ""), "zip")
            case "AWS::Serverless::LayerVersion":
                properties["ContentUri"] = self._object(_zipped(folder / properties["ContentUri"], "python/"), "zip")
            case "AWS::Serverless::StateMachine":
                definition = yaml.safe_load((folder / properties["DefinitionUri"]).read_text())
                properties["DefinitionUri"] = self._object(json.dumps(definition).encode(), "json")
            case "AWS::Serverless::Application":
                properties["Location"] = self.upload_template(folder / properties["Location"])

    def _object(self, content: bytes, suffix: str) -> dict[str, str]:
        return {"Bucket": BUCKET, "Key": self._put(content, suffix)}

    def _put(self, content: bytes, suffix: str) -> str:
        key = f"{hashlib.sha256(content).hexdigest()}.{suffix}"
        self._s3.put_object(Bucket=BUCKET, Key=key, Body=content)
        return key


def _zipped(folder: Path, prefix: str) -> bytes:
    """A zip that is the same for the same files, with byte code that is not checked against them."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(source_files(folder)):
            name = prefix + file.relative_to(folder).as_posix()
            archive.writestr(zipfile.ZipInfo(name, EPOCH), file.read_bytes())
            if file.suffix == ".py":
                archive.writestr(zipfile.ZipInfo(cache_from_source(name), EPOCH), _byte_code(file, name))
    return buffer.getvalue()


def _byte_code(file: Path, shown_as: str) -> bytes:
    with tempfile.NamedTemporaryFile(suffix=f".{sys.implementation.cache_tag}.pyc") as target:
        py_compile.compile(
            str(file),
            cfile=target.name,
            dfile=shown_as,
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        return Path(target.name).read_bytes()
