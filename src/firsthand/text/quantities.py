"""Quantities as written: "nearly five million", "$1.2bn", "two dozen", "between 10 and 25 tons"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from firsthand.model import Quantity, Span

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "lac": 1e5, "million": 1e6, "mn": 1e6, "mln": 1e6,
    "m": 1e6, "mio": 1e6, "crore": 1e7, "billion": 1e9, "bn": 1e9, "bln": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
    "trn": 1e12,
}  # fmt: skip
_VAGUE = {
    "dozens": 24, "scores": 40, "tens": 20, "hundreds": 100, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6,
    "crores": 1e7, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
"""Plurals without a number: at least so many, at least two of each."""

_FEW = {"several": 2, "a few": 2, "a couple of": 2, "a couple": 2}

_ABOUT = (
    "about|around|some|nearly|almost|approximately|approx\\.?|roughly|close to|an estimated|estimated|circa|virtually"
    "|just under|just over|just about|in the region of|somewhere around|more or less"
)
_AT_LEAST = (
    "at least|not less than|no less than|no fewer than|not fewer than|more than|over|above|upwards? of|in excess of"
    "|well over|far more than|a minimum of|as many as|as much as|better than"
)
_AT_MOST = (
    "up to|at most|no more than|not more than|less than|fewer than|under|below|far less than|far fewer than"
    "|a maximum of|well under|well below"
)
_UP_TO = frozenset({"as many as", "as much as"})

_CURRENCY_SIGNS = {
    "US$": "USD", "A$": "AUD", "C$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "NT$": "TWD", "R$": "BRL",
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH",
    "₪": "ILS", "₦": "NGN", "Rs": "INR", "Rs.": "INR", "dlrs": "USD", "GH₵": "GHS",
}  # fmt: skip
_CODES = (
    "AED AFN ARS AUD AZN BDT BGN BRL BYN CAD CHF CLP CNY COP CZK DKK DZD EGP ETB EUR GBP GEL GHS HKD HUF IDR ILS INR"
    " IQD IRR JOD JPY KES KPW KRW KWD KZT LBP LKR LYD MAD MMK MNT MXN MYR NGN NOK NPR NZD OMR PHP PKR PLN QAR RMB RON"
    " RSD RUB SAR SDG SEK SGD SYP THB TND TRY TWD TZS UAH UGX USD UZS VND YER ZAR ZMW"
)
_CURRENCY_NOUNS = {
    "dollar": "USD", "dollars": "USD", "dlrs": "USD", "euro": "EUR", "euros": "EUR", "pound sterling": "GBP",
    "pounds sterling": "GBP", "sterling": "GBP", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupees": "INR",
    "rubles": "RUB", "roubles": "RUB", "won": "KRW", "lira": "TRY", "liras": "TRY", "hryvnia": "UAH",
    "hryvnias": "UAH", "shekels": "ILS", "shekel": "ILS", "naira": "NGN", "rand": "ZAR", "baht": "THB",
    "ringgit": "MYR", "zloty": "PLN", "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "tenge": "KZT",
    "rupiah": "IDR", "taka": "BDT", "dong": "VND", "birr": "ETB", "cedi": "GHS", "cedis": "GHS",
    "francs": "franc", "pesos": "peso", "dinars": "dinar", "dirhams": "dirham", "riyals": "riyal", "rials": "rial",
    "shillings": "shilling", "crowns": "crown", "kronor": "SEK", "kroner": "krone", "pounds": "GBP", "reais": "BRL",
    "cents": "cent", "tomans": "toman", "afghanis": "AFN", "marks": "mark", "lire": "lira",
}  # fmt: skip
_PLACED = {
    "us dollars": "USD", "u.s. dollars": "USD", "american dollars": "USD", "australian dollars": "AUD",
    "canadian dollars": "CAD", "hong kong dollars": "HKD", "singapore dollars": "SGD", "new zealand dollars": "NZD",
    "swiss francs": "CHF", "cfa francs": "XOF", "congolese francs": "CDF", "rwandan francs": "RWF",
    "kenyan shillings": "KES", "kenya shillings": "KES", "tanzanian shillings": "TZS", "ugandan shillings": "UGX",
    "mexican pesos": "MXN", "philippine pesos": "PHP", "argentine pesos": "ARS", "colombian pesos": "COP",
    "chilean pesos": "CLP", "saudi riyals": "SAR", "qatari riyals": "QAR", "iranian rials": "IRR",
    "omani rials": "OMR", "yemeni rials": "YER", "uae dirhams": "AED", "moroccan dirhams": "MAD",
    "kuwaiti dinars": "KWD", "jordanian dinars": "JOD", "iraqi dinars": "IQD", "libyan dinars": "LYD",
    "tunisian dinars": "TND", "algerian dinars": "DZD", "bahraini dinars": "BHD", "egyptian pounds": "EGP",
    "syrian pounds": "SYP", "lebanese pounds": "LBP", "sudanese pounds": "SDG", "british pounds": "GBP",
    "pakistani rupees": "PKR", "indian rupees": "INR", "sri lankan rupees": "LKR", "nepali rupees": "NPR",
    "swedish kronor": "SEK", "norwegian kroner": "NOK", "danish kroner": "DKK", "czech crowns": "CZK",
}  # fmt: skip

_NUMBER_WORDS = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
_SCALE_WORDS = "|".join(sorted(SCALES, key=len, reverse=True))
_BIG_SCALES = "|".join(word for word in _SCALE_WORDS.split("|") if word != "hundred")
_DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:\.\d+)?"
_TEN_AND_ONE = rf"(?:{'|'.join(TENS)})[ -](?:{'|'.join(UNITS)})\b|(?:{_NUMBER_WORDS})\b"
_WORDED = rf"(?:(?:{_NUMBER_WORDS}|an?) hundred\b(?: (?:and )?(?:{_TEN_AND_ONE}))?|{_TEN_AND_ONE})"
_AND_A_HALF = r"(?: and a (?:half|quarter))?"
_ONE = (
    rf"(?:(?:(?:{_WORDED}{_AND_A_HALF}|an?|several|half an?|(?:{_DIGITS})) )?(?:dozen|score)\b"
    rf"|(?:{_DIGITS})(?:[ -]?(?:{_SCALE_WORDS})\b)*"
    rf"|(?:half an?|half|a quarter of an?|(?:{_WORDED}|an?){_AND_A_HALF})(?:[ -](?:{_BIG_SCALES})\b)+"
    rf"|{_WORDED})"
)
_SIGN = "(?:" + "|".join(re.escape(sign) for sign in sorted(_CURRENCY_SIGNS, key=len, reverse=True)) + ")"
_CODE = rf"(?:{_CODES.replace(' ', '|')})"
_MONEY_NOUN = "(?:" + "|".join(sorted((*_PLACED, *_CURRENCY_NOUNS), key=len, reverse=True)) + r")\b"
_MANY = rf"(?:(?:hundreds|tens|dozens|thousands|scores) of )?(?:{'|'.join(_VAGUE)})\b"
_QUANTITY = re.compile(
    rf"""(?<![\w.,$€£¥%/-])
    (?:(?P<about>{_ABOUT}) (?=[\d$€£¥₹₽a-zA-Z]))?
    (?:(?P<least>{_AT_LEAST}) (?:the )?|(?P<most>{_AT_MOST}) (?:the )?)?
    (?:(?P<after>{_ABOUT}) )?
    (?P<between>between |from )?
    (?:(?P<sign>{_SIGN}) ?|(?P<code>{_CODE}) ?)?
    (?:(?P<many>{_MANY})|(?:(?P<few>{"|".join(_FEW)})\b)(?: (?P<fewscale>{_SCALE_WORDS})\b)?|(?P<one>{_ONE}))(?![\w$])
    (?: ?(?(between)(?:-|–|to|and|or)|(?:-|–|to|or)) ?(?:{_SIGN} ?|{_CODE} ?)?(?P<two>{_ONE})(?![\w$-]))?
    (?P<plus> ?\+| or more\b)?
    (?: ?(?P<percent>%|percent\b|per cent\b|pct\b|percentage points?\b))?
    (?:(?:[ -]| of )(?P<noun>{_MONEY_NOUN})| (?P<codeafter>{_CODE})\b)?
    (?: (?P<or_so>or so)\b)?
    """.replace("\n    ", "")
    .rstrip()
    .replace(" ", r"\s"),
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:(?:19|20)\d\d|\d\d)")
_DATING = re.compile(r"(?:in|since|by|until|till|during|before|after|early|late|mid|[A-Z][a-z]{2,8}\.?|\d,)\s$")
_ORDINAL = re.compile(r"\s?(?:st|nd|rd|th)\b")


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity and where it stands; `is_money` where its unit is a currency."""

    span: Span
    quantity: Quantity
    is_money: bool
    is_share: bool


def quantities(text: str, within: Span) -> Iterator[Measured]:
    """The quantities in a stretch of a text, in order; years, ordinals and numbers in names are none.

    The least and the greatest value follow the words: "more than 5" has no greatest, "up to 5" no least, "dozens" at
    least two of them. `unit` is an ISO 4217 code for money, "percent", or None: what is counted is for others to say.
    """
    for found in _QUANTITY.finditer(text, within.start, within.end):
        if _is_no_quantity(found, text):
            continue
        yield _measured(found)


def _is_no_quantity(found: re.Match[str], text: str) -> bool:
    one = found["one"]
    if one is None:
        return False
    is_marked = any(found[name] for name in ("sign", "code", "noun", "codeafter", "percent", "least", "most"))
    is_article = one.lower() in {"a", "an"}
    after = text[found.end() : found.end() + 40]
    no_number = is_article or bool(_ORDINAL.match(after)) or bool(re.match(r"[:/]\d|-[A-Za-z]", after))
    return no_number or (not is_marked and _is_year(found, after, text))


def _is_year(found: re.Match[str], after: str, text: str) -> bool:
    if _YEARS.fullmatch(found.group().strip()):
        return True
    before = text[max(0, found.start() - 12) : found.start()]
    return bool(_YEAR.fullmatch(found["one"])) and (bool(_DATING.search(before)) or not re.match(r"\s[a-z]+s\b", after))


def _measured(found: re.Match[str]) -> Measured:
    least, greatest, vague = _limits(found)
    start, end = _extent(found)
    unit = _currency(found)
    approx = bool(vague or found["about"] or found["after"] or found["or_so"])
    text = found.string[start:end]
    return Measured(
        Span(start, end),
        Quantity(text, least, greatest, unit or ("percent" if found["percent"] else None), approx),
        is_money=unit is not None,
        is_share=bool(found["percent"]),
    )


def _extent(found: re.Match[str]) -> tuple[int, int]:
    start = found.end("between") if found["between"] and not found["two"] else found.start()
    return start, found.start() + len(found.group().rstrip())


def _currency(found: re.Match[str]) -> str | None:
    noun = (found["noun"] or "").lower()
    if noun:
        return _PLACED.get(noun) or _CURRENCY_NOUNS[noun]
    code = found["code"] or found["codeafter"]
    if code:
        return {"RMB": "CNY"}.get(code.upper(), code.upper())
    if found["sign"]:
        return next(_CURRENCY_SIGNS[sign] for sign in _CURRENCY_SIGNS if sign.lower() == found["sign"].lower())
    return None


def _limits(found: re.Match[str]) -> tuple[float | None, float | None, bool]:
    """Least, greatest, and whether the words leave it open."""
    if found["many"]:
        return _vague(found["many"].lower()), None, True
    if found["few"]:
        scale = SCALES.get((found["fewscale"] or "").lower(), 1)
        return _FEW.get(found["few"].lower(), 2) * scale, None, True
    one = _value(found["one"])
    if found["two"]:
        two = _value(found["two"])
        # In "between 10 and 25 million" the scale belongs to both.
        shared = _scale_of(found["two"])
        one = one * shared if shared and not _scale_of(found["one"]) and one * shared <= two else one
        return (min(one, two), max(one, two), False)
    if found["most"] or (found["least"] or "").lower() in _UP_TO:
        return None, one, False
    if found["least"] or found["plus"]:
        return one, None, False
    return one, one, "several" in found["one"].lower()


def _vague(words: str) -> float:
    """ "tens of thousands": at least ten of them; "several hundred thousand" is read elsewhere."""
    value = 1.0
    parts = re.findall(r"[a-z]+", words)
    for part in parts[:-1]:
        value *= {"tens": 10, "hundreds": 100, "dozens": 24, "thousands": 1000, "scores": 40}.get(part, 1)
    last = _VAGUE[parts[-1]]
    return value * last


def _scale_of(words: str) -> float | None:
    found = re.search(rf"(?<![a-z])({_SCALE_WORDS})\b", words.lower())
    return SCALES[found[1]] if found and found[1] != "hundred" else None


def _value(words: str) -> float:
    total = current = 0.0
    for part in re.findall(rf"{_DIGITS}|[a-z]+", words.lower()):
        scale = SCALES.get(part)
        if part[0].isdigit():
            current += float(part.replace(",", "").replace(" ", ""))
        elif scale == 100:
            current = (current or 1) * 100
        elif scale:
            # "two million" counts in millions; "hundred thousand million" goes on multiplying.
            total = total + current * scale if current else (total or 1) * scale
            current = 0.0
        else:
            current = _grown(current, part)
    return round(total + current, 6)


_PARTS = {"half": 0.5, "quarter": 0.25, "several": 2.0}


def _grown(value: float, word: str) -> float:
    """The number read so far with one more word: "twenty" and "five", "two" and "dozen"."""
    if word in _PARTS:
        return value + _PARTS[word]
    if word in {"dozen", "score"}:
        return (value or 1) * (12 if word == "dozen" else 20)
    return value + (UNITS.get(word) or TENS.get(word) or 0)
