"""Headers of columns are understood in five languages and as the usual address books write them."""

import pytest

from directory_app.exchange.tables.columns import COLUMN_FIELDS
from directory_app.exchange.tables.header_words import (
    FAMILY_NAME,
    GIVEN_NAME,
    KEPT,
    ORGANISATION,
    field_of_header,
    folded_header,
)
from directory_app.exchange.tables.own_table import OWN_COLUMNS, OWN_HEADER

CASES = {
    "name": "Name | Office | Büro | Nombre | Nome do escritório | Bureau | OFFICE NAME | Name of the office",
    ORGANISATION: "Company | Organization Name | Organization 1 - Name | Firma | Société | Empresa",
    "kind": "Type | Art | Tipo de oficina | Type de bureau",
    "region": "Region | Région | Weltregion",
    "phones": """Phone | Tel. | Telefon | Teléfono | Téléphone (bureau) | Business Phone 2 | Phone 1 - Value
        | Telefon geschäftlich | phoneNumber | office_phone | Tel/Fax | Company Main Phone | Teléfono del trabajo""",
    "fax": "Fax | Telefax | Business Fax | Fax geschäftlich | Télécopie | Fax del trabajo",
    "mobile": "Mobile Phone | Handy | Mobiltelefon | Celular | Móvil | Tél. mobile | WhatsApp",
    "emergency": "Emergency phone | Notfallnummer | Numéro d'urgence | Teléfono de emergencia",
    "emails": """E-mail | email | E-Mail-Adresse | E-mail 2 Address | E-mail 1 - Value | Correo electrónico | Courriel
        | Adresse de messagerie | Dirección de correo electrónico""",
    "websites": "Website | Web Page | Webseite | Página web | Site internet | Home page | URL | Website 1 - Value",
    "address": "Address | Anschrift | Dirección | Endereço | Adresse postale | Address 1 - Formatted",
    "address.lines": """Street | Business Street 2 | Straße | Straße und Hausnummer | Calle del trabajo | Rua
        | Rue (bureau) | Address 2 | Address 1 - Street | Address 1 - PO Box""",
    "address.postal_code": """Postal code | ZIP | PLZ | Business Postal Code | Código postal del trabajo | CEP
        | Code postal (bureau) | Address 1 - Postal Code | ZIP/Postal code""",
    "address.city": "City | Town | Ort | Ort geschäftlich | Ciudad | Município | Ville (bureau) | BusinessAddressCity",
    "address.state": "State | Bundesland | Provincia | UF | Address 1 - Region | Region geschäftlich | Business State",
    "address.country": """Country | Land | País | Pays/Région (bureau) | Business Country/Region
        | Land/Region geschäftlich | Address 1 - Country | País o región del trabajo""",
    "latitude": "lat | Latitude | Breitengrad | Latitud",
    "longitude": "lng | Longitude | Längengrad | Longitud",
    "timezone": "Time zone | Zeitzone | Fuso horário | Fuseau horaire | Zona horaria",
    "person_name": "Contact person | Ansprechpartner | Persona de contacto | Pessoa de contato | Interlocuteur",
    GIVEN_NAME: "First Name | Vorname | Given Name | Prénom",
    FAMILY_NAME: "Last Name | Nachname | Apellidos | Nom de famille",
    "person_role": "Job Title | Function | Funktion | Cargo | Fonction | Organization 1 - Title",
    "notes": "Notes | Bemerkungen | Observaciones | Observações | Remarques",
    "status": "Status | Aktiv | Situação",
    "verified_on": "Verified on | Stand | Zuletzt geprüft | Última verificación | Vérifié le",
    "aliases": "Also known as | Alias | Kürzel | Autres noms",
    KEPT: "Home Phone | Home Street | Other City | Phone 1 - Label | E-mail Type | Pager | Assistant's Phone",
}


@pytest.mark.parametrize(
    ("header", "field"), [(header.strip(), field) for field, headers in CASES.items() for header in headers.split("|")]
)
def test_a_header_names_its_field(header: str, field: str) -> None:
    assert field_of_header(header) == field


@pytest.mark.parametrize("header", ["", "Members", "Column 3", "Bonn", "Founded", "Department", "---"])
def test_an_unknown_header_names_nothing(header: str) -> None:
    assert field_of_header(header) is None


def test_headers_are_the_same_in_any_case_and_punctuation() -> None:
    assert folded_header("E-Mail:") == folded_header("email") == folded_header(" E_MAIL ")
    assert folded_header("Straße/Nr.") == "strasse nr"


def test_the_programs_own_headers_are_understood_even_one_by_one() -> None:
    understood = [field_of_header(column.header) for column in OWN_COLUMNS]
    assert understood == [column.column_field for column in OWN_COLUMNS]
    assert field_of_header(OWN_HEADER[-1]) == "exact"
    assert COLUMN_FIELDS.keys() >= set(understood)
