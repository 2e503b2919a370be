"""Words by which a part of an address tells what it is: a street, a box, a postal code, a district."""

import re

from directory_app.model.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())


# Of streets, buildings, floors and offices; a town may begin with one of the second ("St. Gallen"), not go on with it.
_STREET = _folded(
    "street str strasse rd avenue ave av avda boulevard blvd bvd lane ln drive dr way court ct square sq place pl"
    " highway hwy parkway pkwy terrace crescent cres mews embankment quay esplanade roundabout alley"
    " rue allee impasse chemin cours quai chaussee chee route rte voie ruelle passage calle carrera cra kra avenida"
    " calzada camino paseo carretera ctra autopista pasaje pje jiron prolongacion diagonal transversal eje viale"
    " piazza piazzale corso vicolo rua travessa trav alameda praca rodovia estrada ladeira beco plaza pza"
    " weg gasse platz ufer damm straat laan plein gracht kade singel gata gatan vagen vej gade vei veien alle katu"
    " kuja ulica ul ulitsa aleja plac osiedle namesti trida ulice utca korut krt bulevardul bd strada bulevar bul"
    " bulvar bulevard caddesi cad sokak sok mahallesi mah odos leoforos plateia sharia shari jalan jl jln lorong"
    " persiaran lebuh soi thanon duong marg nagar path dori daero chome jie dajie dadao hutong prospekt pereulok"
    " ploshchad naberezhnaya shosse ул улица проспект просп пр пер переулок площадь пл наб набережная шоссе"
    " бульвар бул вул вулиця οδος λεωφ λεωφορος πλατεια شارع طريق ميدان שדרות רחוב ถนน ซอย मार्ग रोड"
    " building bldg tower towers house floor flr level suite ste room rm unit apartment apt flat office block blk wing"
    " centre center complex campus university school hospital ministry embassy consulate hotel mall estate gardens"
    " compound plot lot door annex annexe pobox box postfach apartado casilla bp"
    " edificio edif edf torre piso oficina departamento depto apto andar sala conjunto bloco quadra bairro barrio col"
    " colonia urb urbanizacion fracc km esquina esq planta nivel despacho immeuble imm batiment etage bureau"
    " residence quartier zone zona zac lotissement gebaude colony extension layout society chambers bhavan bhawan"
    " sector junction near opposite opp behind campus"
)
_STREET_UNLESS_FIRST = _folded("st road park college hall largo villa court house cr")
_STREET_ENDS = (
    *("strasse", "weg", "gasse", "platz", "allee", "ufer", "straat", "laan", "plein", "gracht", "kade", "dijk"),
    *("gatan", "gata", "vagen", "gade", "vej", "veien", "vegen", "katu"),
)
_NUMBERED = re.compile(
    r"(?:\b(?:box|bp|b\.p|pob|p\.o\.b|no|nr|num|núm|n|unit|suite|ste|apt|apartment|floor|room|rm|flat|fl|level|km|tel|fax"
    r"|phone|door|plot|lot|block|blk|house|casilla|apartado|apdo|aptdo|aa|postfach|postbus|case postale|caixa postal|cx"
    r"|postboks|box office|of|oficina|piso|studio|bureau|zone|zona|sector|cs|tsa)|а/я|n[°º]|#|№)[\s.:#°ºo]*$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:\b(?:unit|suite|ste|apt|apartment|floor|room|rm|flat|level|studio|of|oficina|piso|bureau|apto|sala)\.?|#)"
    r"\s*[\w-]*\d[\w-]*\s*$",
    re.IGNORECASE,
)
_DISTRICT = re.compile(
    r".+\s(?:district|dist\.?|ward|borough)|.+-(?:gu|ku|gun|myeon|eup)|(?:del|deleg|alc)\.\s.+"
    r"|(?:delegaci[oó]n|alcald[ií]a|qu[aậ]n|district|khet|amphoe|kecamatan|kec\.)\s.+",
    re.IGNORECASE,
)
_DISTRICT_LABEL = re.compile(r"(?:del\.|deleg\.|alc\.|delegaci[oó]n|alcald[ií]a)\s+", re.IGNORECASE)
_TOWN = re.compile(r".+\s(?:city|town)|.+-(?:si|shi|cho|machi)|г(?:ор)?\.\s.+", re.IGNORECASE)
_TOWN_LABEL = re.compile(r"(?:г(?:ор)?\.|місто|м\.|город)\s+", re.IGNORECASE)
_NUMBER_AFTER = re.compile(r"\s(?:\d{1,2}|cedex(?: \d{1,2})?|[A-ZÆØÅ]{1,2})$", re.IGNORECASE)
"""What belongs to a town in the line of its code: "Praha 1", "Paris Cedex 08", "København K"."""


def is_street(text: str) -> bool:
    """Tells whether a text has a word of streets, buildings or boxes in it."""
    words = [fold(word) for word in _WORD.findall(text)]
    return any(word in _STREET or word.endswith(_STREET_ENDS) for word in words) or not _STREET_UNLESS_FIRST.isdisjoint(
        words[1:]
    )


def is_finer_than_town(text: str) -> bool:
    """Tells whether a text is sure to be no town: a number or a word of streets stands in it."""
    return any(c.isdigit() for c in text) or is_street(text)


def is_like_town(text: str, *, in_line_of_code: bool = False) -> bool:
    """Tells whether a text can be the name of a town: few words, no numbers, nothing of a street."""
    name = _NUMBER_AFTER.sub("", text) if in_line_of_code else text
    words = name.split()
    if not 1 <= len(words) <= 5 or len(name) > 40 or not any(c.isalpha() for c in name):
        return False
    return not is_finer_than_town(name) and not set(name) & set(':/@#()"')


def is_numbered(before: str) -> bool:
    """Tells whether a number after this text is that of a box, a room or a door."""
    return _NUMBERED.search(before) is not None


def ends_with_unit(text: str) -> bool:
    """Tells whether a text ends with the number of a suite or a floor, after which no street follows."""
    return _UNIT.search(text) is not None


def is_district(text: str) -> bool:
    """Tells whether a text says of itself that it is a part of a town."""
    return _DISTRICT.fullmatch(text) is not None


def is_town(text: str) -> bool:
    """Tells whether a text says of itself that it is a town."""
    return _TOWN.fullmatch(text) is not None


def district_name(text: str) -> str:
    """Returns a district without the label in front of it."""
    return _DISTRICT_LABEL.sub("", text, count=1)


def town_name(text: str) -> str:
    """Returns a town without the label in front of it."""
    return _TOWN_LABEL.sub("", text, count=1)
