"""Numbering plans that countries gave up, and what their numbers became: data only."""

from typing import NamedTuple


class OldPlan(NamedTuple):
    """A change of a plan: the country, its national numbers before and after as patterns of `re`, the year.

    The patterns need not be exact about which numbers existed: whoever uses them asks today's plan
    whether the new number is in it.
    """

    country: str
    old: str
    new: str
    year: int


def _vietnam_2017() -> tuple[OldPlan, ...]:
    areas = "4:24 8:28 31:225 54:234 58:258 61:251 64:254 511:236 650:274 710:292"
    return tuple(
        OldPlan("VN", rf"{old}(\d{{{9 - len(old)},{10 - len(old)}}})", rf"{new}\1", 2017)
        for old, new in (area.split(":") for area in areas.split())
    )


def _vietnam_2018() -> tuple[OldPlan, ...]:
    mobiles = (
        "162:32 163:33 164:34 165:35 166:36 167:37 168:38 169:39 120:70 121:79 122:77 126:76 128:78"
        " 123:83 124:84 125:85 127:81 129:82 186:56 188:58 199:59"
    )
    return tuple(
        OldPlan("VN", rf"{old}(\d{{7}})", rf"{new}\1", 2018)
        for old, new in (prefix.split(":") for prefix in mobiles.split())
    )


OLD_PLANS = (
    OldPlan("PH", r"2(\d{7})", r"28\1", 2019),
    OldPlan("MX", r"(?:1|01|04[45])(\d{10})", r"\1", 2019),
    OldPlan("BR", r"(\d\d)([6-9]\d{7})", r"\g<1>9\2", 2016),
    OldPlan("CL", r"2(\d{7})", r"22\1", 2012),
    OldPlan("CL", r"([3-7]\d)(\d{6})", r"\g<1>2\2", 2013),
    OldPlan("CO", r"([124-8]\d{7})", r"60\1", 2021),
    OldPlan("EC", r"([89]\d{7})", r"9\1", 2012),
    OldPlan("CR", r"([24-7]\d{6})", r"2\1", 2008),
    OldPlan("CR", r"([38]\d{6})", r"8\1", 2008),
    OldPlan("NI", r"(2\d{6})", r"2\1", 2009),
    OldPlan("NI", r"([468]\d{6})", r"8\1", 2009),
    OldPlan("CI", r"([04-9][0-3]\d{6})", r"01\1", 2021),
    OldPlan("CI", r"([04-9][4-6]\d{6})", r"05\1", 2021),
    OldPlan("CI", r"([04-9][7-9]\d{6})", r"07\1", 2021),
    OldPlan("CI", r"([23]\d{7})", r"27\1", 2021),
    OldPlan("BJ", r"(\d{8})", r"01\1", 2024),
    OldPlan("CM", r"([5-9]\d{7})", r"6\1", 2014),
    OldPlan("CM", r"([23]\d{7})", r"2\1", 2014),
    OldPlan("GA", r"1(\d{6})", r"11\1", 2019),
    OldPlan("GA", r"([256]\d{6})", r"6\1", 2019),
    OldPlan("GA", r"([47]\d{6})", r"7\1", 2019),
    OldPlan("GA", r"(\d{6})", r"11\1", 2007),
    OldPlan("NG", r"([1-9]\d{7})", r"20\1", 2024),
    OldPlan("GH", r"21(\d{6})", r"302\1", 2010),
    OldPlan("SN", r"([89]\d{6})", r"33\1", 2007),
    OldPlan("ZW", r"4(\d{6})", r"242\1", 2017),
    OldPlan("ZW", r"9(\d{6})", r"292\1", 2017),
    OldPlan("MU", r"([4789]\d{6})", r"5\1", 2013),
    OldPlan("MA", r"([23]\d{7})", r"5\1", 2009),
    OldPlan("MA", r"([14-7]\d{7})", r"6\1", 2009),
    OldPlan("EG", r"1([0-2])(\d{7})", r"1\1\1\2", 2011),
    OldPlan("EG", r"1([69])(\d{7})", r"10\1\2", 2011),
    OldPlan("EG", r"1([78])(\d{7})", r"12\1\2", 2011),
    OldPlan("EG", r"14(\d{7})", r"114\1", 2011),
    OldPlan("SA", r"([1-7]\d{7})", r"1\1", 2013),
    OldPlan("QA", r"([3-7])(\d{6})", r"\1\1\2", 2010),
    OldPlan("KW", r"([2-5]\d{6})", r"2\1", 2008),
    OldPlan("IT", r"([124-9]\d{5,9})", r"0\1", 1998),
    OldPlan("LV", r"(7\d{6})", r"6\1", 2008),
    *_vietnam_2017(),
    *_vietnam_2018(),
)
