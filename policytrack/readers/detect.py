"""Formats told by content: the first bytes, then the first characters. Names of files are never asked."""

import io
import re
import zipfile

from policytrack.errors import InputError

_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"WARC/1.", "warc"),
    (b"WARC/0.", "warc"),
)
# What no reader takes, and what to do about it.
_REFUSED = (
    (b"\xd0\xcf\x11\xe0", "is an old Word or Excel file (.doc, .xls).", "Save it as .docx or .xlsx."),
    (b"{\\rtf", "is an RTF file.", "Save it as .docx or as text."),
    (b"\xff\xd8\xff", "is a picture.", "Run a text recognition on it and give its text."),
    (b"\x89PNG", "is a picture.", "Run a text recognition on it and give its text."),
    (b"GIF8", "is a picture.", "Run a text recognition on it and give its text."),
    (b"II*\0", "is a picture.", "Run a text recognition on it and give its text."),
    (b"SQLite format 3\0", "is a SQLite database.", "Export the table with the articles as CSV."),
    (b"Rar!", "is a RAR archive.", "Unpack it and give the folder."),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive.", "Unpack it and give the folder."),
)
_HEADER = re.compile(
    rb"(From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|Content-Type|X-[\w-]+):[ \t]",
    re.IGNORECASE,
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]")
_HTML = re.compile(r"<!doctype html|<(?:html|head|body|meta|title|div|article|table|p|h1)[\s>]", re.IGNORECASE)
_JSON_LIST = re.compile(r"\[\s*[{\]]")
_HEADING = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)


def binary_format(data: bytes, origin: str) -> str | None:
    """The format of a file that is no plain text, else None; raises InputError for what nobody can read."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return form
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data, origin)
    if data[257:262] == b"ustar":
        return "tar"
    for magic, reason, hint in _REFUSED:
        if data.startswith(magic):
            raise InputError(f"{origin} {reason}", hint=hint)
    return "eml" if _is_mail(head) else None


def _zip_format(data: bytes, origin: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except Exception:  # zipfile raises a dozen types over broken files
        raise InputError(f"{origin} is a broken zip file.", hint="Fetch or write it again.") from None
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    return "zip"


def _is_mail(head: bytes) -> bool:
    lines = head.split(b"\n")[:12]
    if not _HEADER.match(lines[0]):
        return False
    found = {m[1].lower() for line in lines if (m := _HEADER.match(line))}
    return len(found) >= 3 and bool(found & {b"from", b"mime-version", b"message-id", b"received"})


def text_format(text: str) -> str:
    """The format of a decoded text."""
    head = text[:4000].lstrip("\ufeff \t\n")
    if head.startswith("{"):
        first = head.partition("\n")[0].rstrip()
        whole = text.rstrip().endswith("}")
        return "jsonl" if first.endswith("}") or (len(first) > 3900 and "\n" in text.strip()) or not whole else "json"
    if _JSON_LIST.match(head):
        return "json"
    if head.startswith("<"):
        if _FEED.search(head):
            return "feed"
        if head.startswith("<?xml") or _HTML.search(head):
            return "html"
    if head.startswith("---\n") or _HEADING.search(text):
        return "md"
    if head.lower().find("<html") >= 0:
        return "html"
    return "csv" if looks_tabular(head) else "text"


def looks_tabular(head: str) -> bool:
    """Whether the first lines have the same, not small, number of separators."""
    lines = head.split("\n")[:-1][:5] if head.count("\n") > 1 else head.split("\n")[:2]
    if len(lines) < 2 or not lines[0] or len(lines[0]) > 300:
        return False
    from policytrack.readers.columns import field_of

    for separator, least in (("\t", 2), (",", 1), (";", 1)):
        names = [name.strip(' "\ufeff') for name in lines[0].split(separator)]
        if len(names) <= least or not all(names):
            continue
        if "text" in {field_of(name) for name in names}:
            return True
        if separator == "\t" and all(line.count(separator) == len(names) - 1 for line in lines):
            return True
    return False
