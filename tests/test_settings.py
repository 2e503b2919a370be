import json
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory_app.settings import DISTANCES, THEMES, WEB_MAPS, Settings, read_settings, write_settings

_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | _TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(_TEXTS, inner),
    max_leaves=5,
)


def test_without_a_file_the_settings_are_the_usual_ones(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.json") == Settings()


@given(texts=st.tuples(*[_TEXTS] * 4), theme=st.sampled_from(THEMES))
def test_what_was_written_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, texts: tuple[str, str, str, str], theme: str
) -> None:
    author, country, window, panes = texts
    settings = Settings(author, country, theme, window, panes)
    path = tmp_path_factory.getbasetemp() / "written" / "settings.json"
    write_settings(path, settings)
    assert read_settings(path) == settings


def test_half_a_surrogate_in_the_file_does_not_keep_it_from_being_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"author": "\\ud800 Łódź", "of a newer version": ["\\udfff"]}', encoding="utf-8")
    settings = read_settings(path)
    assert settings.author == "\ud800 Łódź"
    write_settings(path, settings)
    assert read_settings(path) == settings
    assert "Łódź" in path.read_text(encoding="utf-8")


@given(
    texts=st.tuples(*[_TEXTS] * 4),
    distances=st.sampled_from(DISTANCES),
    web_map=st.sampled_from(WEB_MAPS),
    online=st.sampled_from(["", "on"]),
)
def test_what_concerns_places_is_read_back(
    tmp_path_factory: pytest.TempPathFactory,
    texts: tuple[str, str, str, str],
    distances: str,
    web_map: str,
    online: str,
) -> None:
    url, email, agent, zone = texts
    settings = Settings(
        online_geocoding=online,
        nominatim_url=url,
        nominatim_email=email,
        nominatim_user_agent=agent,
        home_timezone=zone,
        distances=distances,
        web_map=web_map,
    )
    path = tmp_path_factory.getbasetemp() / "places" / "settings.json"
    write_settings(path, settings)
    assert read_settings(path) == settings


@pytest.mark.parametrize("value", ['"yes"', "true", "1", '"ON"', "null", '["on"]'])
def test_nothing_but_the_word_on_allows_looking_up_online(tmp_path: Path, value: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"online_geocoding": {value}, "distances": "leagues", "web_map": "bing"}}', encoding="utf-8")
    assert read_settings(path) == Settings()


@pytest.mark.parametrize("value", ['"yes"', "true", "1", '"ON"', "null", '["on"]'])
def test_nothing_but_the_word_on_allows_an_online_map(tmp_path: Path, value: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"online_tiles": {value}, "map_source": "globe"}}', encoding="utf-8")
    assert read_settings(path) == Settings()


def test_what_concerns_the_map_is_read_back(tmp_path: Path) -> None:
    settings = Settings(
        map_source="online",
        tile_file="maps/Žilina.mbtiles",
        online_tiles="on",
        tile_url="https://tiles.example.org/{z}/{x}/{y}",
        tile_attribution="© Žofie",
        tile_user_agent="Town Hall/1",
    )
    write_settings(tmp_path / "settings.json", settings)
    assert read_settings(tmp_path / "settings.json") == settings


def test_what_a_newer_version_wrote_survives_a_save(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "shortcut_scheme": {"save": "F2"}}', encoding="utf-8")
    write_settings(path, replace(read_settings(path), author="Mwana"))
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["shortcut_scheme"] == {"save": "F2"}
    assert (content["author"], content["theme"]) == ("Mwana", "dark")


def test_a_value_that_makes_no_sense_is_ignored_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "pink", "my_country": 7, "author": "Mwana"}', encoding="utf-8")
    assert read_settings(path) == Settings(author="Mwana")
    assert "pink" in caplog.text
    assert path.exists()


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"null", b"\xff\xfe\x00", b"[" * 100_000])
def test_a_damaged_file_is_set_aside_with_a_line_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    with caplog.at_level(logging.WARNING):
        assert read_settings(path) == Settings()
    assert not path.exists()
    assert (tmp_path / "settings.json.damaged").read_bytes() == content
    assert "settings.json.damaged" in caplog.text


def test_a_file_written_by_an_editor_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"author": "Žofie"}', encoding="utf-8-sig")
    assert read_settings(path).author == "Žofie"


@given(st.dictionaries(_TEXTS | st.sampled_from(["theme", "author", "unknown"]), _JSON))
def test_any_json_object_can_be_read(tmp_path_factory: pytest.TempPathFactory, content: dict[str, Any]) -> None:
    path = tmp_path_factory.getbasetemp() / "any.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    settings = read_settings(path)
    assert settings.theme in THEMES
    write_settings(path, settings)
    assert read_settings(path) == settings


def test_a_settings_path_that_is_a_folder_gives_the_usual_settings_and_stays(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    assert tmp_path.is_dir()


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    write_settings(path, Settings(author="before"))
    unwritable = Settings(unknown=(("odd", object()),))
    with pytest.raises(TypeError):
        write_settings(path, unwritable)
    assert read_settings(path).author == "before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]
