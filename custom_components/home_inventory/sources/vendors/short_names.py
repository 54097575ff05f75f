"""Makers as people call them: "Espressif" for "Espressif Inc.", "Hikvision" for "Hangzhou Hikvision Digital Technology Co.,Ltd."."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENDS_IT: Final = _words("""
    bhd co company corp corporate corporation doo gmbh inc incorporated incorporation limited llc ltd ltda mbh private pte pty pvt sdn
    spzoo srl
""")
"""Legal forms that no name goes on after: what follows says whose child the company is."""
_JOINS: Final = _words("& + - and of the und")
_FORMS: Final = (
    _ENDS_IT
    | _JOINS
    | _words("""
    a/s ab ag aps as asa bv cokg cv de ev jsc kft kg kk lda lp lt nv oy oyj p/l plc s/a sa sarl sas se sl sro spa
""")
)
"""Legal forms, and small words, that are left out at the end only: elsewhere they may be part of a name."""
_TOWNS: Final = _words("""
    anhui beijing changsha chengdu chongqing dalian dongguan foshan fujian guangdong guangxi guangzhou hangzhou hefei huizhou hunan
    jiangsu jinan kunshan nanjing ningbo qingdao shandong shanghai shantou shenyang shenzhen sichuan suzhou taicang tianjin weifang wuhan
    wuxi xi'an xiamen xian zhejiang zhengzhou zhongshan zhuhai
""")
"""Where a company is registered, said first in China."""
_PLACES: Final = _TOWNS | _words("""
    america asia australia belgium benelux canada china danmark deutschland europe france germany india international italia japan korea
    malaysia nederland netherlands norge polska singapore sverige taiwan thailand uk us usa vietnam
""")
_TRADES: Final = _words("""
    broadband business communication communications computer computers device devices electronic electronics elektronik equipment
    group holding holdings ind industrial industries industry information intelligence intelligent internet iot manufacturing
    mfg precision products science sciences semiconductor semiconductors software tech technologies technology telecom
    telecommunication telecommunications telecomm trading
""")
"""What a company does; its name does without."""
_TRADES_AFTER_ONE: Final = _TRADES | _words("""
    digital microelectronics microsystems mobile mobility network networking networks photonics smart solutions system systems wireless
""")
"""What a name of one word does without, and one of several ("Palo Alto Networks") rather not."""
_NEEDS_MORE: Final = _TOWNS | _words("""
    able active advanced air allied alpha america american analog applied asia aurora black blue bridge british broad cambridge central
    china cloud control core data delta digital direct diversified dynamic east eastern electronic embedded energy excel extreme fast first fine
    flex fusion future galaxy gateway general global gold good green hi high home ideal industrial infinity information innovative
    integrated intelligent inter international japan korea light link logic maple media mercury micro mobile modern motion national
    net network new next north one online open optical orange palm perfect pacific phoenix power precision prime pro pure quantum radio
    rapid red remote rf round safe secure security sierra silicon simple smart solar sound south speed star sun super system systems
    technical tele the titan total trans triple tri true ultra united universal us video vision wave west western white wide wireless world
""")
"""Words that are nobody's name by themselves: a name that begins with one keeps its trade."""
_KNOWN_AS: Final = {
    "asustek": "ASUS",
    "avm audiovisuelles marketing und computersysteme": "AVM",
    "d-link": "D-Link",
    "giga-byte": "Gigabyte",
    "hewlett packard": "HP",
    "hon hai": "Foxconn",
    "new h3c technologies": "H3C",
    "oppo": "Oppo",
    "roku": "Roku",
    "silicon laboratories": "Silicon Labs",
    "sky": "Sky",
    "sony": "Sony",
    "tp-link": "TP-Link",
    "zte": "ZTE",
}
"""Makers whose registered name, shortened, is not how they write themselves."""
_ASIDE: Final = re.compile(r"\([^()]*(?:\)|$)")
_BETWEEN: Final = re.compile(r"[\s,;]+|(?<=\w)\.(?=(?:inc|ltd|llc|limited|kg|co)\b)", re.IGNORECASE)
_LONGEST_INITIALS: Final = 4
"""Capitals up to this are taken for initials: "ABB", "QNAP"."""


@lru_cache(maxsize=1024)
def short_name(registered: str) -> str:
    """Return what people call a company, for the name it is registered with. At least what there is: never empty if the name isn't."""
    # Lists have commas and brackets of Chinese width.
    text = _ASIDE.sub(" ", unicodedata.normalize("NFKC", registered))
    words = [word for word in _BETWEEN.split(text) if word.strip(".")]
    words = _without_form(words)
    if len(words) > 1 and _key(words[0]) in _TOWNS and _key(words[1]) not in _TRADES_AFTER_ONE:
        words = words[1:]
    words = _without_trade(words)
    found = " ".join(_readable(word) for word in words) or " ".join(registered.split())
    return _KNOWN_AS.get(found.casefold(), found)


def _key(word: str) -> str:
    """Return a word as the lists have it."""
    return word.casefold().replace(".", "")


def _without_form(words: list[str]) -> list[str]:
    """Return a name without its legal form, and without what is said after that."""
    for place, word in enumerate(words[1:], 1):
        if _key(word) in _ENDS_IT:
            words = words[:place]
            break
    return _cut(words, _FORMS)


def _without_trade(words: list[str]) -> list[str]:
    """Return a name without the country and the trade at its end."""
    if not words or _key(words[0]) in _NEEDS_MORE:
        return words
    if len(core := _cut(words, _TRADES_AFTER_ONE | _PLACES | _FORMS)) == 1:
        return core
    return _cut(words, _TRADES | _PLACES | _FORMS)


def _cut(words: list[str], tails: frozenset[str]) -> list[str]:
    """Return words without those at the end that are in a list. The first stays, and so does what is joined to another: "Cable and Wireless"."""
    while len(words) > 1 and _key(words[-1]) in tails and (_key(words[-1]) in _JOINS or _key(words[-2]) not in _JOINS):
        words = words[:-1]
    return words


def _readable(word: str) -> str:
    """Return a word without shouting."""
    letters = [letter for letter in word if letter.isalpha()]
    shouts = len(letters) > _LONGEST_INITIALS and word.isupper() and "." not in word.rstrip(".")
    return "-".join(_readable_part(part) for part in word.split("-")) if shouts else word.rstrip(".")


def _readable_part(part: str) -> str:
    return part if len(part) <= 2 else part.capitalize()  # noqa: PLR2004 - the "TP" of "TP-Link"
