"""Archives: members are read in memory under a budget; a bad one is named and the others go in."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from policytrack.errors import InputError
from policytrack.readers import Hints, Reading, read_document

TEXT = "甲县开工四十个项目\n全县开工40个，投资31亿元。\n".encode()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(members: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


def read(data: bytes, origin: str = "a.zip") -> Reading:
    return read_document(data, origin, Hints())


@pytest.mark.parametrize(
    "pack",
    [
        lambda: zipped({"甲.txt": TEXT}),
        lambda: tarred({"甲.txt": TEXT}),
        lambda: tarred({"甲.txt": TEXT}, "w:gz"),
        lambda: tarred({"甲.txt": TEXT}, "w:xz"),
        lambda: gzip.compress(TEXT),
        lambda: bz2.compress(TEXT),
        lambda: lzma.compress(TEXT),
        lambda: gzip.compress(zipped({"甲.txt": TEXT})),
        lambda: zipped({"乙.tar": tarred({"甲.txt": TEXT})}),
    ],
    ids=["zip", "tar", "tar.gz", "tar.xz", "gz", "bz2", "xz", "zip in gz", "tar in zip"],
)
def test_kinds(pack: Callable[[], bytes]) -> None:
    [article] = read(pack()).articles
    assert article.title == "甲县开工四十个项目"


def test_scenery_is_passed_over() -> None:
    reading = read(zipped({"a.txt": TEXT, "img/a.jpg": b"\xff\xd8\xff", "__MACOSX/a": b"\0", ".DS_Store": b"\0"}))
    assert (len(reading.articles), reading.problems) == (1, [])


def test_a_bad_member_is_named_and_the_others_go_in() -> None:
    reading = read(zipped({"bad.txt": b"a\0b", "好.txt": TEXT, "leer.txt": b""}))
    assert len(reading.articles) == 1
    assert [problem.message for problem in reading.problems] == [
        "a.zip!bad.txt is not text.",
        "a.zip!leer.txt is empty.",
    ]


def test_the_name_of_a_member_dates_it() -> None:
    [article] = read(zipped({"2023-09-20.txt": TEXT})).articles
    assert str(article.published) == "2023-09-20"


def test_names_in_gbk() -> None:
    data = zipped({"xxxx.txt": b"a\0b"}).replace(b"xxxx.txt", "坏的".encode("gb18030") + b".txt")
    [problem] = read(data).problems
    assert problem.message == "a.zip!坏的.txt is not text."


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\windows\\x", "a\x1b[2J\u202eb"])
def test_names_touch_no_files_and_hold_no_escapes(name: str) -> None:
    [problem] = read(tarred({name: b"a\0b"}), "a.tar").problems
    assert problem.message.startswith("a.tar!")
    assert problem.message.isprintable()


def test_links_and_devices_are_passed_over() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("a")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    with pytest.raises(InputError) as told:
        read(out.getvalue(), "a.tar")
    assert told.value.message == "a.tar is an archive without documents."


def test_a_member_that_grows_too_much_is_a_bomb() -> None:
    with pytest.raises(InputError) as told:
        read_one(read(zipped({"a.txt": b"0" * (4 << 20)})))
    assert "is an archive bomb: a.txt grows 4194304 bytes out of" in told.value.message


def read_one(reading: Reading) -> None:
    """Raise the first problem, as the caller does for a reading without articles."""
    raise reading.problems[0]


def test_a_stream_that_grows_too_much_is_refused() -> None:
    with pytest.raises(InputError) as told:
        read(gzip.compress(b"0" * ((256 << 20) + 1), 1), "a.gz")
    assert told.value.message == "a.gz unpacks to more than 256 MiB."


def test_too_many_members() -> None:
    reading = read(tarred({f"{i}.jpg": b"" for i in range(20_001)}), "a.tar")
    assert reading.problems[0].message == "a.tar holds more than 20,000 members."


def test_archives_nested_too_deeply() -> None:
    data = TEXT
    for _ in range(6):
        data = zipped({"a": data})
    [problem] = read(data).problems
    assert problem.message == "a.zip!a!a!a!a is an archive in too many archives."


def test_an_archive_that_holds_itself_often() -> None:
    data = TEXT
    for _ in range(4):
        data = zipped({f"{i}": data for i in range(10)})
    reading = read(data)
    assert len(reading.articles) <= 20_000


def test_an_encrypted_member() -> None:
    data = bytearray(zipped({"a.txt": TEXT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    [problem] = read(bytes(data)).problems
    assert problem.message == "a.zip!a.txt is encrypted."


@pytest.mark.parametrize("cut", [20, 60])
def test_a_cut_archive(cut: int) -> None:
    with pytest.raises(InputError, match=r"a\.zip is a broken zip file"):
        read(zipped({"a.txt": TEXT})[:cut])


def test_a_cut_stream() -> None:
    with pytest.raises(InputError, match=r"a\.gz is a broken compressed file"):
        read(gzip.compress(TEXT)[:30], "a.gz")
