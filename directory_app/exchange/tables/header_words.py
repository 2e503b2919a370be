"""What the headers of columns mean, in five languages and as Outlook and Google write them."""

import re
from functools import cache

from directory_app.model.folding import fold

KEPT = ""
"""The meaning of a header that is known and has no field, such as the type beside a number."""

ORGANISATION = "organisation"
"""Whose office it is: the name of the office where there is no better one."""

GIVEN_NAME = "given_name"
FAMILY_NAME = "family_name"

_PHRASES = {
    "id": "id | uid | uuid | office id | identifier | Kennung | identificador | identifiant",
    "name": """name | names | office | office name | name of office | name of the office | center | centre
        | secretariat | display name | file as | Büro | Büroname | Bezeichnung | Name des Büros | Geschäftsstelle
        | Dienststelle | Niederlassung | nombre | oficina | nombre de la oficina | nombre de oficina | sede | nome
        | escritório | nome do escritório | representação | nom | bureau | nom du bureau | antenne | secrétariat""",
    ORGANISATION: """organisation | organization | organisation name | organization name | company | company name
        | institution | Firma | Unternehmen | Einrichtung | organización | empresa | compañía | institución
        | organização | instituição | société | entreprise | organisme | raison sociale""",
    "kind": """kind | type | kind of office | type of office | office type | office kind | Art | Typ | Büroart
        | Bürotyp | tipo | tipo de oficina | tipo de escritório | type de bureau""",
    "region": """region | regions | world region | regional group | continent | Weltregion | Kontinent | región
        | continente | região | région""",
    "phones": """phone | phones | telephone | tel | switchboard | hotline | direct line | Fon | Rufnummer | Zentrale
        | Anschluss | conmutador""",
    "emails": "email | emails | mail | mails | courriel | mél",
    "websites": """website | websites | web | url | urls | link | homepage | home page | web page | web site
        | internet | site | sitio | página | página web | sitio web | site web | site internet | adresse web""",
    "address": """address | addresses | full address | office address | postal address | mailing address
        | whole address | physical address | visiting address | address formatted | address as published
        | published address | Adresse | Anschrift | Büroadresse | Postadresse | Postanschrift | Besucheradresse
        | dirección | domicilio | dirección postal | dirección completa | endereço | morada | endereço completo
        | adresse postale | adresse complète | adresse du bureau""",
    "address.lines": """street | street address | road | address line | address lines | address 1 | address 2
        | address 3 | address street | address po box | po box | building | floor | suite | house number | extended
        | extended address | Straße | Straße und Hausnummer | Straße Hausnummer | Straße Nr | Hausnummer
        | Adresse 1 | Adresse 2 | Adresszeile | Adresszusatz | Postfach | Gebäude | calle | calle y número
        | dirección 1 | dirección 2 | apartado postal | edificio | rua | logradouro | endereço 1 | endereço 2
        | complemento | caixa postal | rue | voie | complément d'adresse | boîte postale""",
    "address.postal_code": """postal code | postcode | post code | zip | zip code | zip postal code | PLZ
        | Postleitzahl | código postal | cp | cep | code postal | npa""",
    "address.city": """city | town | city town | town city | locality | Ort | Stadt | Wohnort | Ortschaft | ciudad
        | localidad | población | cidade | município | localidade | municipio | ville | commune | localité""",
    "address.district": """district | neighbourhood | neighborhood | suburb | Stadtteil | Bezirk | Ortsteil
        | distrito | barrio | colonia | bairro | quartier | arrondissement""",
    "address.state": """state | province | county | prefecture | state province | state or province | federal state
        | address region | business region | Bundesland | Kanton | Provinz | Region geschäftlich | estado
        | provincia | departamento | estado provincia | uf | província | état | département | canton""",
    "address.country": """country | countries | country code | country name | country region | nation | iso
        | iso code | Land | Staat | Länder | Ländercode | Länderkürzel | Land Region | país | países
        | código de país | pays | país región | pays région | code pays""",
    "latitude": "latitude | lat | Breite | Breitengrad | geografische Breite | geographische Breite | latitud",
    "longitude": """longitude | lon | lng | long | Länge | Längengrad | geografische Länge | geographische Länge
        | longitud""",
    "position": """coordinates | gps | geo | lat lon | lat lng | lat long | latitude longitude | gps coordinates
        | Koordinaten | GPS Koordinaten | coordenadas | coordenadas gps | coordonnées gps""",
    "timezone": """timezone | time zone | tz | iana | Zeitzone | zona horaria | huso horario | fuso horário
        | fuseau horaire""",
    "people": """people | contacts | staff | team | Personen | Mitarbeiter | personas | pessoas | personnes
        | contactos | contatos""",
    "person_name": """contact | contact person | contact name | person | full name | head | director | manager
        | Ansprechpartner | Ansprechpartnerin | Ansprechperson | Kontakt | Kontaktperson | Leitung | Leiter
        | Leiterin | contacto | persona de contacto | nombre completo | directora | responsable | contato
        | pessoa de contato | nome completo | diretor | diretora | responsável | personne de contact
        | interlocuteur | nom complet""",
    GIVEN_NAME: """first name | given name | middle name | additional name | Vorname | weitere Vornamen
        | nombre de pila | primer nombre | primeiro nome | nome próprio | prénom""",
    FAMILY_NAME: """last name | family name | surname | Nachname | Familienname | apellido | apellidos | sobrenome
        | apelido | último nome | nom de famille""",
    "person_role": """role | job title | job | function | position | organization title | organisation title
        | Funktion | Rolle | Stelle | cargo | puesto | función | função | fonction | rôle""",
    "aliases": """aliases | alias | aka | also known as | other name | other names | former name | former names
        | short name | abbreviation | acronym | nickname | weitere Namen | andere Namen | frühere Namen
        | früherer Name | auch bekannt als | Kurzname | Abkürzung | Kürzel | otros nombres | también conocido como
        | siglas | sigla | outros nomes | também conhecido como | autres noms | aussi appelé | sigle""",
    "notes": """notes | note | remark | remarks | comment | comments | description | Notiz | Notizen | Bemerkung
        | Bemerkungen | Anmerkung | Anmerkungen | Kommentar | Hinweis | Hinweise | Beschreibung | nota | notas
        | observación | observaciones | comentario | comentarios | descripción | observação | observações
        | comentário | comentários | descrição | remarque | remarques | commentaire | commentaires | observations""",
    "status": "status | active | Aktiv | estatus | situación | activo | situação | ativo | statut | actif",
    "verified_on": """verified on | verified | last verified | date verified | verification date | checked on
        | last checked | geprüft am | zuletzt geprüft | verifiziert am | überprüft am | Stand | verificado
        | verificado el | última verificación | fecha de verificación | verificado em | última verificação
        | data de verificação | vérifié le | dernière vérification | date de vérification""",
    "verified_by": "verified by | checked by | geprüft von | verifiziert von | verificado por | vérifié par",
    "verified_how": """verified how | how verified | how checked | geprüft wie | wie geprüft | cómo se verificó
        | como foi verificado | vérifié comment""",
    "opening_hours": """opening hours | office hours | business hours | working hours | hours | Öffnungszeiten
        | Bürozeiten | Sprechzeiten | horario | horario de atención | horas de oficina | horário de atendimento
        | horário de funcionamento | heures d'ouverture | horaires | horaires d'ouverture""",
    "covers": """also serves | serves | countries served | countries covered | covers | coverage | betreut
        | zuständig für | betreute Länder | países atendidos | atiende | cobre | pays desservis | dessert""",
    "vcard": "vcard properties",
    "exact": "exact values",
}

# Words of a longer header, the first field counts: "Fax (Büro)", "Numéro d'urgence", "Telefon geschäftlich 2".
_KEYWORDS = {
    "fax": "fax telefax faxnummer telefaxnummer télécopie télécopieur facsimile",
    "mobile": """mobile mobil mobiltelefon mobilnummer handy handynummer cell cellphone cellular celular móvil
        telemóvel portable natel gsm whatsapp""",
    "emergency": """emergency emergencia emergencias emergência notfall notruf notfallnummer urgence urgences
        urgencia urgencias""",
    "emails": "email emails mail mailadresse correo correos courriel messagerie",
    "websites": "web website websites webseite webpage webadresse homepage internet internetadresse url",
    "phones": """phone phones telephone tel telefon telefonnummer telefone telefones teléfono teléfonos téléphone
        fono tlf tfno rufnummer hotline""",
}

_WORDS_OF_NO_FIELD = """type typ tipo label etikett display anzeigename pager isdn telex tty tdd radio callback car
    assistant assistants assistent spouse birthday anniversary photo gender hobby password"""
_WORDS_OF_HOMES = "home privat private personal particular domicile"
_WORDS_OF_OTHER_ADDRESSES = "other andere weitere otra otro outro outra autre"
_FILLERS = """business work office main primary mailing company contact general central headquarters official
    public published value address geschäftlich büro adresse kontakt haupt oficina trabajo sede principal
    escritório trabalho comercial bureau travail principale d de del des do da du der die das la le of the and und y e
    et o ou or oder"""

_APOSTROPHE = re.compile("['’`]")
_WITHIN_NAME = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
"""Where a name such as "postalCode" has a new word."""


def field_of_header(header: str) -> str | None:
    """Returns the field that a header names, `KEPT` for one that is known to have none, None for an unknown one."""
    words = _folded(header)
    apart = _folded(_WITHIN_NAME.sub(" ", header))
    field = _field_of_words(words)
    return _field_of_words(apart) if field is None and apart != words else field


def folded_header(header: str) -> str:
    """Returns a header as headers are compared: without case, accents and punctuation."""
    return " ".join(_folded(header))


def _field_of_words(words: list[str]) -> str | None:
    plain = [word for word in words if not word.isdecimal()]
    for candidate in (words, plain):
        if (field := _fields().get(" ".join(candidate))) is not None:
            return field
    said = frozenset(plain)
    if said & (_word_set(_WORDS_OF_NO_FIELD) | _word_set(_WORDS_OF_HOMES)):
        return KEPT
    named = [field for field, words_of_field in _KEYWORDS.items() if said & _word_set(words_of_field)]
    if named:
        # "Tel/Fax" holds both; the words in its cells tell them apart.
        return "phones" if named[0] == "fax" and "phones" in named else named[0]
    if said & _word_set(_WORDS_OF_OTHER_ADDRESSES):
        return KEPT
    return _fields().get(" ".join(word for word in plain if word not in _word_set(_FILLERS)))


def _folded(header: str) -> list[str]:
    plain = fold(_APOSTROPHE.sub(" ", header))
    joined = "".join(c if c.isalnum() else " " for c in plain)
    return re.sub(r"\be mail", "email", joined).split()


@cache
def _fields() -> dict[str, str]:
    known = {folded_header(phrase): field for field, phrases in _PHRASES.items() for phrase in phrases.split("|")}
    words = {folded_header(word): field for field, words in _KEYWORDS.items() for word in words.split()}
    return words | known


@cache
def _word_set(words: str) -> frozenset[str]:
    return frozenset(_folded(words))
