"""Which subjects cannot act: what is built or founded by the act itself, and things, meetings and taxpayers."""

import re

from policytrack.extract.drafts import ActionDraft
from policytrack.extract.organisations import BODY, Subject
from policytrack.lexicon.organisations import Organisations

_OBJECT = re.compile(r"[把将对为向]|包括")
_FOUNDED = re.compile(r"[^，]{0,10}(?:成立|挂牌|揭牌|运行|运转|亮相)")
_BUILT = ("建成", "投运", "投用", "投入使用", "投入运行", "开工", "竣工", "落成", "启用", "封顶")
_BUILDS = ("project_milestone", "infrastructure", "public_service_delivery")


def is_made(text: str, own: Subject, action: ActionDraft) -> bool:
    """Whether the act founds or builds the body that its clause begins with: 服务中心建成投运."""
    if action.type == "institution_setup":
        return bool(_FOUNDED.fullmatch(text, own.end, action.end))
    return own.kind == BODY and action.type in _BUILDS and text.startswith(_BUILT, own.end)


def is_thing(text: str, action: ActionDraft, proper: int, known: Organisations) -> bool:
    """Whether the act's clause, which begins at `proper`, has a subject that cannot act: 招聘会举行, 纳税人可以扣除."""
    outsider = known.outsiders.match(text, proper)
    if outsider:
        after = outsider.end()
        if text[after : after + 2] in known.followers or text[after : after + 1] in ("在", "可", "应", "的"):
            return True
    if action.trigger <= proper + 1:
        return False
    if text[proper : proper + 2] in known.followers and not text.startswith(known.things, proper):
        return False
    if action.type == "project_milestone":
        return True
    head = text[proper : action.trigger]
    return bool(known.thing_pattern.search(head)) and not _OBJECT.search(head)
