"""Words by which pasted text is understood: of offices, regions, roles and streets, in five languages.

English, German, Spanish, French and Portuguese; all are compared as `fold` leaves them.
"""

from functools import cache

from directory_app.model.folding import fold
from directory_app.model.office import Kind

# What the name of an office ends with, or begins with: "Berlin Office", "Embassy of Japan".
_ENGLISH_OFFICE_WORDS = """secretariat office delegation representation mission embassy consulate chapter branch
    headquarters headquarter agency center centre foundation institute institution association network
    council society federation union alliance trust commission committee ministry academy observatory company"""
_OFFICE_WORDS = """secretariat office bureau delegation representation mission embassy consulate chapter branch
    headquarters headquarter agency
    büro sekretariat geschäftsstelle vertretung botschaft konsulat niederlassung zentrale hauptsitz außenstelle
    zweigstelle
    oficina secretariado secretaría embajada consulado delegación representación sede sucursal capítulo agencia
    escritório embaixada delegação representação filial agência
    secrétariat ambassade consulat délégation représentation antenne siège agence"""
# Organisations have such names, and so have houses: "World Trade Center".
_BODY_WORDS = """center centre foundation institute institution association network council society federation union
    alliance trust commission committee ministry academy observatory company corporation corp inc ltd limited llc plc
    zentrum stiftung institut verein verband gesellschaft netzwerk ministerium gmbh ev
    centro fundación instituto asociación consejo federación unión alianza comisión ministerio
    fundação associação conselho federação aliança comissão ministério ltda
    fondation association réseau conseil fédération alliance ministère sarl"""
_COMPOUND_ENDS = ("buro", "sekretariat", "geschaftsstelle", "vertretung", "botschaft", "konsulat", "niederlassung")
_COMPOUND_BODY_ENDS = ("zentrale", "zentrum", "stiftung", "institut", "verein", "verband", "gesellschaft")

_MODIFIERS = """regional national international world global main head central country liaison field local project
    programme program representative permanent general honorary deputy executive
    regionales nationales generales regionale nationale ständige honorar
    nacional internacional mundial principal honorario proyecto permanente
    honorário projeto régional mondial général générale honoraire projet permanente"""

_OF = "of for in to at de do da du des del für von fur en pour para zu no na em au d'"
_ARTICLES = "the a la le los las les o os as der die das el l'"
_JOINING = "and & of for the de do da du des del la le los las les y e et und für von der die das o os au en d' a &amp;"

_HOUSE_WORDS = "building tower towers house street road square park mall campus complex box gebäude haus straße"
_STREET_WORDS = """street st road rd avenue ave av boulevard blvd lane square drive floor building po box suite unit
    straße str allee platz weg ring gasse damm postfach calle avenida avda carrera piso edificio colonia col rua
    travessa largo praça rodovia andar cep cp rue bd place allée étage bp c/o"""
_STREET_ENDS = ("strasse", "str", "allee", "platz", "weg", "gasse", "damm", "ring", "ufer", "-dong", "-gu", "-ku")

_ROLES = """director directors head manager coordinator secretary president chair chairman chairwoman chairperson
    officer ambassador consul ceo cto cfo coo assistant adviser advisor consultant spokesperson attaché lead
    leiter leiterin direktor direktorin geschäftsführer geschäftsführerin geschäftsführung referent referentin
    koordinator koordinatorin vorsitzender vorsitzende sekretär sekretärin botschafter botschafterin leitung
    directora gerente jefe jefa coordinador coordinadora secretario secretaria presidente presidenta embajador
    embajadora diretor diretora coordenador coordenadora chefe secretário embaixador embaixadora
    directeur directrice responsable chef cheffe coordinateur coordinatrice secrétaire président présidente chargé
    chargée ambassadeur ambassadrice"""

_NETWORKS = "skype twitter facebook instagram linkedin youtube mastodon bluesky wechat telegram tiktok"
_REMARKS = """hours hour open opening öffnungszeiten sprechzeiten bürozeiten horario horarios horário horaires heures
    vat ust-idnr ust-id steuernummer register registergericht amtsgericht handelsregister vereinsregister hrb hra vr
    siret siren rcs cnpj cif nif rut iban bic swift bank konto pec"""

_MENUS = """Contact|Contacts|Contact us|Contact details|Contact information|Get in touch|Find us|Our offices|Offices
    |Office locations|Locations|Our locations|Where we are|Imprint|Legal notice|Follow us|Close|Menu|Home
    |About us|Back to top|Kontakt|Kontakte|So erreichen Sie uns|Unsere Büros|Büros|Standorte|Unsere Standorte
    |Impressum|Über uns|Anfahrt|Contacto|Contactos|Contáctenos|Nuestras oficinas|Oficinas|Dónde estamos
    |Síganos|Aviso legal|Contato|Contatos|Contacte-nos|Fale conosco|Nossos escritórios|Escritórios
    |Onde estamos|Siga-nos|Hello|Dear all|Best regards|Kind regards|Regards|Best|Best wishes|Sincerely
    |Yours sincerely|Thanks|Thank you|Many thanks|Hallo|Viele Grüße|Beste Grüße|Mit freundlichen Grüßen
    |Freundliche Grüße|Saludos|Un saludo|Saludos cordiales|Atentamente|Atenciosamente|Cumprimentos
    |Com os melhores cumprimentos|Cordialement|Bien cordialement|Salutations distinguées|Contactez-nous
    |Nos bureaux|Bureaux|Nous contacter|Où nous trouver|Coordonnées|Suivez-nous|Mentions légales"""

_DEPARTMENTS = """emergency emergencies commercial direct main general press media visa visas consular trade cultural
    section department dept division reception switchboard night day duty after hours out of mobile
    information inquiries enquiries line number toll free freephone hotline notfall presse zentrale
    handelsabteilung konsularabteilung bereitschaft emergencia emergencias comercial consular prensa
    visados información urgences urgence consulaire accueil astreinte emergência emergências plantão
    imprensa vistos"""

_PLACES = """Africa|Asia|Europe|America|Oceania|Australasia|Antarctica|Caribbean|Americas|Middle East|Near East
    |Afrika|Asien|Europa|Amerika|Ozeanien|Karibik|Nahost|Naher Osten|Lateinamerika|Nordamerika|Südamerika|Mittelamerika
    |Zentralamerika|Osteuropa|Westeuropa|Nordeuropa|Südeuropa|Mitteleuropa|Westafrika|Ostafrika|Nordafrika
    |Südliches Afrika|Zentralafrika|Südasien|Ostasien|Südostasien|Zentralasien|Westasien|Vorderasien|Asien-Pazifik
    |África|América|Oceanía|Caribe|Oriente Medio|Medio Oriente|Latinoamérica|Norteamérica|Sudamérica|Suramérica
    |Centroamérica|Mesoamérica|Asia Pacífico|Asia-Pacífico|Sudeste Asiático|Europa del Este|Cono Sur
    |Ásia|Caraíbas|Médio Oriente|Ásia-Pacífico|Sudeste Asiático|Leste Europeu
    |Afrique|Asie|Amérique|Amériques|Océanie|Caraïbes|Antilles|Moyen-Orient|Proche-Orient|Maghreb|Asie-Pacifique
    |Asie du Sud-Est|Asie du Sud|Asie de l'Est|Asie centrale|Afrique de l'Ouest|Afrique de l'Est|Afrique du Nord
    |Afrique centrale|Afrique australe|Afrique subsaharienne
    |Asia-Pacific|Asia Pacific|Pacific Islands|Latin America|Anglo-America|Sub-Saharan Africa|Horn of Africa|Scandinavia
    |Nordic Countries|Balkans|Western Balkans|Baltic States|Caucasus|Central and Eastern Europe|Southern Cone|Maghreb
    |MENA|EMEA|APAC|LATAM"""
_ROMANCE = ("África", "Asia", "Ásia", "Europa", "América", "Afrique", "Asie", "Europe", "Amérique")
_SIDES = {
    "": "north northern south southern east eastern west western central northeast northeastern south-east southeast"
    " southeastern south-eastern southwest northwest north-east middle",
    "del|de|do": "norte sur este oeste sul leste",
    "du|de": "nord sud",
}
_ADJECTIVES = "central oriental occidental centrale orientale occidentale meridional septentrional latina latine"


@cache
def office_words() -> frozenset[str]:
    """Returns the words for an office, each a kind of place where people can be reached."""
    return _folded(_OFFICE_WORDS)


def is_english(word: str) -> bool:
    """Tells whether a word for an office, as it is written, is English, where it ends names rather than begins them."""
    return word.casefold() in _ENGLISH_OFFICE_WORDS.split()


@cache
def body_words() -> frozenset[str]:
    """Returns the words for an organisation, which may also stand in the name of a house."""
    return _folded(_BODY_WORDS)


@cache
def modifiers() -> frozenset[str]:
    """Returns words that stand before those and tell no two offices apart."""
    return _folded(_MODIFIERS)


@cache
def prepositions() -> frozenset[str]:
    """Returns what leads from an office to its place: "Embassy of", "Büro für"."""
    return _folded(_OF)


@cache
def articles() -> frozenset[str]:
    """Returns what may stand between such a word and the place."""
    return _folded(_ARTICLES)


@cache
def joining_words() -> frozenset[str]:
    """Returns the small words that a name may have within it."""
    return _folded(_JOINING)


@cache
def house_words() -> frozenset[str]:
    """Returns words that make a house or a way of the name before them: "Global Center Building"."""
    return _folded(_HOUSE_WORDS)


@cache
def role_words() -> frozenset[str]:
    """Returns words for what a person does in an office."""
    return _folded(_ROLES)


@cache
def remark_words() -> frozenset[str]:
    """Returns words of labels before what the directory has no field for: hours, registers, other networks."""
    return _folded(_REMARKS) | networks()


@cache
def networks() -> frozenset[str]:
    """Returns the networks where an office may have a page of its own."""
    return _folded(_NETWORKS)


@cache
def menus() -> tuple[str, ...]:
    """Returns what pages of contacts write above them and around them."""
    return tuple(phrase.strip() for phrase in _MENUS.split("|"))


def qualifies_label(word: str) -> bool:
    """Tells whether a folded word says whose number follows, "Emergency" before "phone:"."""
    return word in _folded_departments()


def is_compound_of_office(word: str) -> bool:
    """Tells whether a folded German word ends with one for an office: "Regionalbüro"."""
    return word.endswith(_COMPOUND_ENDS + _COMPOUND_BODY_ENDS)


def is_street_word(word: str) -> bool:
    """Tells whether a folded word is part of a street address."""
    return word in _folded_streets() or (len(word) > 5 and word.endswith(_STREET_ENDS))


@cache
def regions() -> tuple[str, ...]:
    """Returns what the parts of the world are called."""
    places = [place.strip() for place in _PLACES.split("|")]
    plain = ("Africa", "Asia", "Europe", "America")
    sided = [f"{side} {place}" for side in _SIDES[""].split() for place in plain]
    romance = [
        f"{place} {of} {side}"
        for key in ("del|de|do", "du|de")
        for side in _SIDES[key].split()
        for of in key.split("|")
        for place in _ROMANCE
    ]
    described = [f"{place} {how}" for how in _ADJECTIVES.split() for place in _ROMANCE]
    return (*places, *sided, *romance, *described)


def kind_of(name: str) -> Kind:
    """Returns what an office is within its network, as far as its name tells."""
    words = fold(name).replace("-", " ").split()
    said = set(words)
    if said & {"secretariat", "sekretariat", "secretariado", "secretaria"} or "sekretariat" in fold(name):
        world = {"world", "global", "international", "mundial", "mondial", "weltsekretariat"}
        return Kind.WORLD_SECRETARIAT if said & world else Kind.REGIONAL_SECRETARIAT
    if any(word.startswith(("projekt", "project", "proyecto", "projet")) for word in words):
        return Kind.PROJECT_OFFICE
    if said & {"center", "centre", "zentrum", "centro"}:
        return Kind.CENTRE
    return Kind.FOUNDATION if said & {"foundation", "stiftung", "fundacion", "fundacao", "fondation"} else Kind.OFFICE


@cache
def _folded_departments() -> frozenset[str]:
    return _folded(_DEPARTMENTS)


@cache
def _folded_streets() -> frozenset[str]:
    return _folded(_STREET_WORDS)


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(word) for word in words.split())
