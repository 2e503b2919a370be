"""The hall: what a user can do with a directory."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from directory_app.bundled import bundled
from directory_app.directory import Directory
from directory_app.errors import BadInputError, MissingResourceError, NotFoundError, StaleOfficeError
from directory_app.model.address import PostalAddress
from directory_app.model.change import Origin
from directory_app.model.office import Kind, Region
from directory_app.model.place import Position, Precision
from directory_app.model.scope import Scope
from directory_app.opening import open_directory
from tests.builders import a_phone, a_position, an_office
from tests.directories import AUTHOR, NOON, a_directory

BONN = an_office("World Secretariat", kind=Kind.WORLD_SECRETARIAT, region="World", position=a_position())
BERLIN = an_office("Berlin Office", city="Berlin", position=a_position(52.52, 13.4), phones=(a_phone("+493012345678"),))
FREIBURG = an_office("European Secretariat", city="Freiburg", kind=Kind.REGIONAL_SECRETARIAT)


@pytest.fixture
def directory(empty_database: Path, tmp_path: Path) -> Iterator[Directory]:
    with a_directory(empty_database, tmp_path, [BERLIN, FREIBURG, BONN]) as directory:
        yield directory


def test_the_secretariat_of_a_region_is_listed_before_its_offices(directory: Directory) -> None:
    names = [row.name for row in directory.summaries(Scope(region="Europe"))]
    assert names == ["European Secretariat", "Berlin Office"]


def test_a_scope_narrows_by_kind_and_country_too(directory: Directory) -> None:
    assert [row.name for row in directory.summaries(Scope(kind=Kind.OFFICE))] == ["Berlin Office"]
    assert directory.summaries(Scope(country="JP")) == []


def test_a_saved_office_is_read_back_with_a_new_revision_and_a_change(directory: Directory) -> None:
    office = directory.office(BERLIN.id)
    directory.save(replace(office, notes="moved"), AUTHOR)
    saved = directory.office(BERLIN.id)
    assert (saved.notes, saved.revision, saved.updated_at) == ("moved", office.revision + 1, NOON)
    newest = directory.history(BERLIN.id)[0]
    assert (newest.stamp.by, [field.field for field in newest.fields]) == (AUTHOR, ["notes"])


def test_saving_what_is_there_already_changes_nothing(directory: Directory) -> None:
    office = directory.office(BERLIN.id)
    assert directory.save(office, AUTHOR).ids == ()
    assert directory.office(BERLIN.id).revision == office.revision


def test_a_save_over_a_newer_one_is_refused_and_loses_nothing(directory: Directory) -> None:
    old = directory.office(BERLIN.id)
    directory.save(replace(old, notes="theirs"), "Bob")
    with pytest.raises(StaleOfficeError):
        directory.save(replace(old, notes="mine"), AUTHOR)
    assert directory.office(BERLIN.id).notes == "theirs"


def test_undo_takes_back_the_last_step_and_redo_does_it_again(directory: Directory) -> None:
    for notes in ("one", "two"):
        directory.save(replace(directory.office(BERLIN.id), notes=notes), AUTHOR)
    seen = []
    for act in (directory.undo, directory.undo, directory.redo, directory.redo, directory.undo):
        act(AUTHOR)
        seen.append(directory.office(BERLIN.id).notes)
    assert seen == ["one", "", "one", "two", "one"]


def test_undo_is_itself_a_change_in_the_history(directory: Directory) -> None:
    directory.save(replace(directory.office(BERLIN.id), notes="one"), AUTHOR)
    directory.undo(AUTHOR)
    assert [change.stamp.origin for change in directory.history(BERLIN.id)] == [Origin.UNDO, Origin.EDIT, Origin.SEED]


def test_what_was_there_at_the_beginning_cannot_be_undone(directory: Directory) -> None:
    with pytest.raises(NotFoundError, match="nothing to undo"):
        directory.undo(AUTHOR)


def test_a_removed_office_comes_back_whole_by_undo(directory: Directory) -> None:
    before = directory.office(BERLIN.id)
    directory.remove(before, AUTHOR)
    with pytest.raises(NotFoundError):
        directory.office(BERLIN.id)
    directory.undo(AUTHOR)
    after = directory.office(BERLIN.id)
    assert replace(after, revision=0, updated_at=None) == replace(before, revision=0, updated_at=None)


def test_a_new_office_goes_away_by_undo(directory: Directory) -> None:
    new = an_office("Lyon Office", city="Lyon", country="FR")
    directory.save(new, AUTHOR)
    directory.undo(AUTHOR)
    assert new.id not in {row.id for row in directory.summaries()}


def test_a_new_office_is_placed_in_its_town_with_its_time_zone(directory: Directory) -> None:
    directory.save(an_office("Lyon Office", city="Lyon", country="FR"), AUTHOR)
    saved = directory.find("Lyon Office")
    assert saved.position is not None
    assert (saved.position.precision, saved.timezone) == (Precision.TOWN, "Europe/Paris")
    assert abs(saved.position.latitude - 45.75) < 0.1


def test_an_office_that_moves_to_another_town_moves_on_the_map(directory: Directory) -> None:
    office = directory.office(BERLIN.id)
    directory.save(replace(office, address=PostalAddress(city="Hamburg", country="DE")), AUTHOR)
    moved = directory.office(BERLIN.id).position
    assert moved is not None and abs(moved.latitude - 53.55) < 0.1


def test_a_pin_placed_by_hand_is_never_moved_by_the_machine(directory: Directory) -> None:
    pin = Position(1.0, 2.0, Precision.MANUAL, "typed", AUTHOR)
    directory.save(replace(directory.office(BERLIN.id), position=pin), AUTHOR)
    directory.save(replace(directory.office(BERLIN.id), address=PostalAddress(city="Hamburg", country="DE")), AUTHOR)
    assert directory.office(BERLIN.id).position == pin


def test_an_edit_that_leaves_the_town_alone_leaves_the_position_alone(directory: Directory) -> None:
    before = directory.office(BERLIN.id)
    directory.save(replace(before, notes="new door"), AUTHOR)
    assert directory.office(BERLIN.id).position == before.position


def test_an_office_that_moves_to_an_unknown_town_does_not_stay_in_the_old_one(tmp_path: Path) -> None:
    with open_directory(tmp_path / "offices.sqlite") as directory:
        office = directory.find("Berlin Office")
        directory.save(replace(office, address=replace(office.address, city="Xyzzyqwert")), AUTHOR)
        assert directory.office(office.id).position is None


def test_a_town_that_is_not_known_leaves_the_office_off_the_map(directory: Directory) -> None:
    directory.save(an_office("Nowhere Office", city="Xyzzyville", country=""), AUTHOR)
    assert directory.find("Nowhere Office").position is None


def test_search_finds_what_was_saved_and_forgets_what_was_removed(directory: Directory) -> None:
    assert directory.search("quartermaster") == []
    directory.save(replace(directory.office(BERLIN.id), notes="Quartermaster"), AUTHOR)
    assert [hit.id for hit in directory.search("quartermaster")] == [BERLIN.id]
    directory.remove(directory.office(BERLIN.id), AUTHOR)
    assert directory.search("quartermaster") == []


def test_an_empty_search_lists_the_scope_in_list_order(directory: Directory) -> None:
    hits = directory.search("  ", Scope(region="Europe"))
    assert [hit.id for hit in hits] == [FREIBURG.id, BERLIN.id]


def test_find_takes_an_id_a_name_in_any_case_or_the_only_match(directory: Directory) -> None:
    for text in (str(BERLIN.id), "berlin office", "berl"):
        assert directory.find(text).id == BERLIN.id


def test_find_names_the_offices_where_several_match(directory: Directory) -> None:
    with pytest.raises(BadInputError, match=r"Berlin Office.*Give one name whole"):
        directory.find("e")


@pytest.mark.parametrize("text", ["zzzzqqq", "", "6d4c85d1-9f68-44a7-b50d-7e70d45de1fa"])
def test_find_says_that_there_is_none(directory: Directory, text: str) -> None:
    with pytest.raises(NotFoundError):
        directory.find(text)


def test_the_nearest_offices_come_with_distance_and_bearing(directory: Directory) -> None:
    near = directory.nearest(a_position(), 5)
    assert [found.office.name for found in near] == ["World Secretariat", "Berlin Office"]
    assert near[1].distance_km == pytest.approx(478, abs=10)
    assert near[1].bearing == pytest.approx(63, abs=5)


def test_the_first_start_loads_the_published_offices_and_places_them_all(tmp_path: Path) -> None:
    with open_directory(tmp_path / "deep" / "offices.sqlite") as directory:
        rows = directory.summaries()
        assert len(rows) == 25
        assert all(row.latitude is not None and row.timezone for row in rows)
        assert rows[0].name == "World Secretariat"
        assert directory.undo_stack().done == ()


def test_a_database_that_had_offices_is_never_filled_again(tmp_path: Path) -> None:
    path = tmp_path / "offices.sqlite"
    with open_directory(path) as directory:
        for office in directory.offices():
            directory.remove(office, AUTHOR)
    with open_directory(path) as directory:
        assert directory.summaries() == []


def test_an_unreadable_seed_is_one_sentence_and_leaves_the_database_empty(empty_database: Path, tmp_path: Path) -> None:
    seed = tmp_path / "seed"
    seed.mkdir()
    (seed / "broken.toml").write_text("this is = no TOML [", encoding="utf-8")
    with a_directory(empty_database, tmp_path) as directory:
        with pytest.raises(MissingResourceError, match=r"broken\.toml"):
            directory.load_seed_if_new(seed)
        assert directory.summaries() == []
        directory.load_seed_if_new(bundled("db", "seed"))
        assert len(directory.summaries()) == 25


def test_regions_come_in_list_order_with_what_else_they_are_called(tmp_path: Path) -> None:
    with open_directory(tmp_path / "offices.sqlite") as directory:
        regions = directory.regions()
    assert isinstance(regions[0], Region)
    assert regions[0].name == "World"
    assert len(regions) == 10


def test_what_another_program_wrote_is_seen_after_a_refresh(empty_database: Path, tmp_path: Path) -> None:
    with (
        a_directory(empty_database, tmp_path, [BERLIN, BONN]) as mine,
        open_directory(tmp_path / "offices.sqlite") as theirs,
    ):
        mine.refresh()
        assert not mine.refresh()
        assert mine.search("quartermaster") == []
        theirs.save(replace(theirs.office(BERLIN.id), name="Quartermaster"), "Bob")
        assert mine.refresh()
        assert "Quartermaster" in {row.name for row in mine.summaries()}
        assert [hit.id for hit in mine.search("quartermaster")] == [BERLIN.id]


def test_a_save_after_another_programs_finds_both_in_the_search(empty_database: Path, tmp_path: Path) -> None:
    with (
        a_directory(empty_database, tmp_path, [BERLIN, BONN]) as mine,
        open_directory(tmp_path / "offices.sqlite") as theirs,
    ):
        mine.search("x")
        theirs.save(replace(theirs.office(BERLIN.id), notes="alpha"), "Bob")
        mine.save(replace(mine.office(BONN.id), notes="alpha"), AUTHOR)
        assert {hit.id for hit in mine.search("alpha")} == {BERLIN.id, BONN.id}
