"""Words of the command line that name something in the directory."""

from directory_app.directory import Directory
from directory_app.errors import BadInputError
from directory_app.model.countries import country_code
from directory_app.model.office import region_named


def country_of(text: str) -> str:
    """Returns the ISO code of a country given by code or name; nothing for nothing.

    Raises BadInputError for what is no country.
    """
    code = country_code(text)
    if text.strip() and not code:
        raise BadInputError(f"“{text}” is no country. Write its ISO code or its name.")
    return code


def region_of(directory: Directory, text: str) -> str:
    """Returns the name of a region given by name or alias; nothing for nothing.

    Raises BadInputError for what is no region of the directory.
    """
    region = region_named(text, directory.regions())
    if region is None and text.strip():
        known = ", ".join(region.name for region in directory.regions())
        raise BadInputError(f"There is no region “{text}”. There are: {known}.")
    return region.name if region else ""
