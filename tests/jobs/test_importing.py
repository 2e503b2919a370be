"""What an import would do, record by record, and what it does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from directory_app.directory import Directory
from directory_app.errors import StaleOfficeError, StoppedError
from directory_app.jobs.importing import Stock, chosen, plan_import
from directory_app.model.change import FIELDS, FieldChange, Origin
from directory_app.model.findings import Finding
from directory_app.model.import_plan import Fate, ImportPlan, PlannedRecord
from directory_app.model.office import Email, Office
from directory_app.model.place import Position, Precision
from directory_app.model.record import UNIDENTIFIED, Record, Unreadable
from tests.builders import a_phone, a_position, an_office
from tests.directories import AUTHOR, a_directory

BERLIN = an_office("Berlin Office", city="Berlin", phones=(a_phone("+4930111111"),), emails=(Email("b@example.org"),))
BONN = an_office("World Secretariat", region="World", phones=(a_phone("+49228111111"),))


def record(name: str = "Lyon Office", place: str = "row 2", *, whole: bool = False, **values: object) -> Record:
    """Returns a record without an identifier that speaks of its name and of what is given."""
    office = replace(Office(UNIDENTIFIED, name), **values)  # type: ignore[arg-type]
    fields = {"name", *values} - {"address", "id"}
    if "address" in values:
        fields |= {"address.city", "address.country"}
    return Record(place, office, frozenset(fields), whole)


def in_town(city: str, country: str = "DE") -> object:
    return an_office(city=city, country=country).address


def planned(directory: Directory, *records: Record | Unreadable) -> tuple[PlannedRecord, ...]:
    return directory.plan_import(records).records


def fates(plan: ImportPlan | Sequence[PlannedRecord]) -> list[Fate]:
    return [planned.fate for planned in (plan.records if isinstance(plan, ImportPlan) else plan)]


def take(directory: Directory, records: Sequence[Record | Unreadable]) -> ImportPlan:
    """Imports everything that no person need decide."""
    plan = directory.plan_import(records)
    directory.import_offices(chosen(plan, update=True, create_duplicates=False), AUTHOR)
    return plan


@pytest.fixture
def directory(empty_database: Path, tmp_path: Path) -> Iterator[Directory]:
    with a_directory(empty_database, tmp_path, [BERLIN, BONN]) as directory:
        yield directory


def test_a_record_of_no_office_that_is_there_is_new_and_placed_in_its_town(directory: Directory) -> None:
    (new,) = planned(directory, record(address=in_town("Lyon", "FR")))
    assert (new.fate, new.place, new.name) == (Fate.NEW, "row 2", "Lyon Office")
    assert new.office is not None and new.office.position is not None
    assert (new.office.timezone, new.office.position.precision) == ("Europe/Paris", Precision.TOWN)


def test_a_record_that_says_something_else_is_a_change_field_by_field(directory: Directory) -> None:
    (changed,) = planned(directory, record("Berlin Office", address=in_town("Berlin"), notes="Ring twice."))
    assert changed.changes == (FieldChange("notes", "", "Ring twice."),)
    assert changed.office is not None and changed.office == replace(directory.office(BERLIN.id), notes="Ring twice.")


def test_a_record_that_says_nothing_new_is_unchanged_and_holds_no_office(directory: Directory) -> None:
    (same,) = planned(directory, record("BERLIN OFFICE".title(), address=in_town("Berlin"), phones=BERLIN.phones))
    assert same == PlannedRecord("row 2", Fate.UNCHANGED, name="Berlin Office")


def test_what_may_be_an_office_that_is_there_is_a_possible_duplicate_with_reasons(directory: Directory) -> None:
    (doubtful,) = planned(directory, record("Embassy", phones=BERLIN.phones))
    assert doubtful.fate is Fate.DUPLICATE and doubtful.office is not None
    (resemblance,) = doubtful.resembles
    assert (resemblance.office, resemblance.reasons) == (BERLIN.id, ("same number +49 30 111111",))


def test_what_cannot_be_read_is_named_with_its_reason_and_the_rest_goes_on(directory: Directory) -> None:
    plan = take(directory, [Unreadable("row 2", "It has no name."), record(place="row 3")])
    assert fates(plan) == [Fate.UNREADABLE, Fate.NEW]
    assert (plan.records[0].place, plan.records[0].reason) == ("row 2", "It has no name.")
    assert "Lyon Office" in {row.name for row in directory.summaries()}


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"notes": "half \ud800"}, "half a character"),
        ({"emails": (Email("a@example.org", "\udfff"),)}, "half a character"),
        ({"position": Position(float("nan"), 0.0)}, "no number"),
    ],
)
def test_what_cannot_be_stored_does_not_keep_the_rest_out(
    directory: Directory, values: dict[str, object], reason: str
) -> None:
    plan = take(directory, [record(**values), record("Toulouse Office")])  # type: ignore[arg-type]
    assert fates(plan) == [Fate.UNREADABLE, Fate.NEW]
    assert reason in plan.records[0].reason


def test_the_findings_of_a_reader_go_with_their_record(directory: Directory) -> None:
    doubt = Finding("region_new", "region", "There is no such region.")
    for name in ("Berlin Office", "Lyon Office"):
        (one,) = planned(directory, replace(record(name, address=in_town("Berlin")), findings=(doubt,)))
        assert one.findings == (doubt,)


def test_a_position_in_the_file_brings_the_time_zone_there(directory: Directory) -> None:
    cape_town = a_position(-33.92, 18.42)
    plan = take(
        directory,
        [record("Cape Town Office", position=cape_town), record("Kiosk", position=cape_town, timezone="Africa/Maseru")],
    )
    zones = [planned.office.timezone for planned in plan.records if planned.office]
    assert zones == ["Africa/Johannesburg", "Africa/Maseru"]


def test_importing_the_same_file_again_changes_nothing(directory: Directory) -> None:
    file = [
        record(address=in_town("Lyon", "FR"), phones=(a_phone("+33411111111"),)),
        record("Berlin Office", address=in_town("Hamburg"), phones=BERLIN.phones, timezone="Europe/Paris"),
        record("", phones=(a_phone("+33422222222"),)),
        record("Embassy", phones=(a_phone("", raw="ask Ada"),), id=UUID(int=5)),
    ]
    assert fates(take(directory, file)) == [Fate.NEW, Fate.CHANGED, Fate.NEW, Fate.NEW]
    before = directory.offices()
    assert fates(take(directory, file)) == [Fate.UNCHANGED] * 4
    assert directory.offices() == before


def test_importing_the_directory_itself_changes_nothing(directory: Directory) -> None:
    for whole in (True, False):
        file = [Record("card 1", office, frozenset(FIELDS), whole) for office in directory.offices()]
        assert fates(take(directory, file)) == [Fate.UNCHANGED] * 2


def test_two_records_of_equal_content_keep_two_identifiers(directory: Directory) -> None:
    file = [record("", place="row 2", notes="Kiosk"), record("", place="row 3", notes="Kiosk")]
    assert fates(take(directory, file)) == [Fate.NEW, Fate.NEW]
    assert fates(take(directory, file)) == [Fate.UNCHANGED, Fate.UNCHANGED]


def test_the_second_record_of_a_new_office_is_a_possible_duplicate_of_the_first(directory: Directory) -> None:
    lyon = record(address=in_town("Lyon", "FR"))
    first, second = planned(directory, lyon, replace(lyon, place="row 3"))
    assert (first.fate, second.fate) == (Fate.NEW, Fate.DUPLICATE)
    assert first.office is not None and second.office is not None and first.office.id != second.office.id
    assert second.resembles[0].office == first.office.id
    assert second.resembles[0].reasons == ("same name", "same town", "row 2 of the same file")


def test_the_second_record_of_a_stored_office_is_unchanged_or_a_person_decides(directory: Directory) -> None:
    one, same, other = (
        record("Berlin Office", place=f"row {row}", address=in_town("Berlin"), notes=notes)
        for row, notes in ((2, "Ring twice."), (3, "Ring twice."), (4, "Ring thrice."))
    )
    assert fates(planned(directory, one, same, other)) == [Fate.CHANGED, Fate.UNCHANGED, Fate.DUPLICATE]
    offices = chosen(directory.plan_import([one, other]), update=True, create_duplicates=True)
    directory.import_offices(offices, AUTHOR)
    assert directory.office(BERLIN.id).notes == "Ring twice."
    assert {office.notes for office in directory.offices()} == {"Ring twice.", "Ring thrice.", ""}


def test_two_records_with_one_identifier_do_not_become_two_offices_of_one_id(directory: Directory) -> None:
    one, two = record("One", id=UUID(int=5)), record("Two", id=UUID(int=5))
    plan = directory.plan_import([one, two])
    assert fates(plan) == [Fate.NEW, Fate.DUPLICATE]
    directory.import_offices(chosen(plan, update=True, create_duplicates=True), AUTHOR)
    assert {office.name for office in directory.offices()} >= {"One", "Two"}


def test_two_offices_to_which_one_file_gives_two_identifiers_are_two(directory: Directory) -> None:
    one, two = (record("Lyon Office", id=UUID(int=n), phones=(a_phone("+33411111111"),)) for n in (5, 6))
    assert fates(planned(directory, one, two)) == [Fate.NEW, Fate.NEW]
    without_ids = [replace(r, office=replace(r.office, id=UNIDENTIFIED)) for r in (one, two)]
    assert fates(planned(directory, *without_ids)) == [Fate.NEW, Fate.DUPLICATE]


def test_what_was_created_in_spite_of_a_doubt_is_no_doubt_again(directory: Directory) -> None:
    file = [record("Embassy", phones=BERLIN.phones)]
    plan = directory.plan_import(file)
    directory.import_offices(chosen(plan, update=False, create_duplicates=True), AUTHOR)
    assert directory.find("Embassy").distinct_from == (BERLIN.id,)
    assert fates(planned(directory, *file)) == [Fate.UNCHANGED]


def test_only_new_offices_are_taken_unless_more_is_asked_for(directory: Directory) -> None:
    plan = directory.plan_import(
        [
            record(),
            record("Berlin Office", notes="new"),
            record("Embassy", phones=BERLIN.phones),
            Unreadable("4", "No."),
        ]
    )
    names = [
        {office.name for office in chosen(plan, update=update, create_duplicates=create)}
        for update, create in ((False, False), (True, False), (False, True))
    ]
    assert names == [{"Lyon Office"}, {"Lyon Office", "Berlin Office"}, {"Lyon Office", "Embassy"}]


def test_a_region_written_otherwise_is_the_directorys_own_and_a_new_one_is_added(directory: Directory) -> None:
    take(
        directory,
        [record("One", region=" WORLD "), record("Two", region="Atlantis"), record("Three", region="atlantis")],
    )
    regions = {office.name: office.region for office in directory.offices()}
    assert (regions["One"], regions["Two"], regions["Three"]) == ("World", "Atlantis", "Atlantis")
    assert [region.name for region in directory.regions()][-1] == "Atlantis"


def test_an_office_that_moves_is_placed_anew_and_one_placed_by_hand_is_not(directory: Directory) -> None:
    pin = Position(1.0, 2.0, Precision.MANUAL, "typed", AUTHOR)
    directory.save(replace(directory.office(BONN.id), position=pin), AUTHOR)
    take(
        directory,
        [
            record("Berlin Office", address=in_town("Hamburg"), phones=BERLIN.phones),
            record("World Secretariat", address=in_town("Hamburg"), phones=BONN.phones),
        ],
    )
    berlin = directory.office(BERLIN.id).position
    assert berlin is not None and abs(berlin.latitude - 53.55) < 0.1
    assert directory.office(BONN.id).position == pin


def test_where_a_file_says_an_office_is_it_stays(directory: Directory) -> None:
    there = Position(10.0, 20.0, source="file")
    (new,) = planned(directory, record(address=in_town("Lyon", "FR"), position=there))
    assert new.office is not None and new.office.position == there
    nowhere = Record("card 1", an_office("Toulouse", city="Toulouse", country="FR"), frozenset(FIELDS), whole=True)
    (whole,) = planned(directory, nowhere)
    assert whole.office is not None and whole.office.position is None


def test_an_import_is_one_step_in_the_history_and_one_undo(directory: Directory) -> None:
    before = directory.offices()
    take(directory, [record(), record("Berlin Office", notes="new"), record("Toulouse Office")])
    assert {change.stamp.origin for change in directory.history()[:3]} == {Origin.IMPORT}
    directory.undo(AUTHOR)
    after = [replace(office, revision=0, updated_at=None) for office in directory.offices()]
    assert after == [replace(office, revision=0, updated_at=None) for office in before]


def test_an_import_over_a_newer_save_is_refused_whole(directory: Directory) -> None:
    plan = directory.plan_import([record(), record("Berlin Office", notes="theirs")])
    directory.save(replace(directory.office(BERLIN.id), notes="mine"), "Bob")
    with pytest.raises(StaleOfficeError, match="Berlin Office was changed"):
        directory.import_offices(chosen(plan, update=True, create_duplicates=False), AUTHOR)
    assert len(directory.summaries()) == 2


def test_progress_tells_how_many_are_done_and_a_stop_leaves_nothing(directory: Directory) -> None:
    told: list[tuple[int, int]] = []
    file = [record(f"Office {n:04}", place=f"row {n}") for n in range(1200)]
    plan = directory.plan_import(file, len(file), lambda done, total: told.append((done, total)))
    assert told[-1] == (1200, 1200) and len(told) > 3
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    def stop(done: int, _: int) -> None:
        if done >= 1000:
            raise StoppedError("Stopped.")

    with pytest.raises(StoppedError):
        directory.plan_import(file, len(file), stop)
    with pytest.raises(StoppedError):
        directory.import_offices(chosen(plan, update=True, create_duplicates=False), AUTHOR, stop)
    assert len(directory.summaries()) == 2


def test_an_office_that_was_removed_meanwhile_is_new(directory: Directory) -> None:
    answers = iter([directory.offices()])
    stock = Stock(
        [BERLIN.id],
        directory.regions(),
        lambda ids: next(answers, []),
        lambda office, _: (office.position, office.timezone),
        lambda _: "",
    )
    plan = plan_import([record("Berlin Office", address=in_town("Berlin"))], stock)
    assert fates(plan) == [Fate.NEW]


def test_an_empty_file_is_an_empty_plan(directory: Directory) -> None:
    assert directory.plan_import([]).records == ()
    assert directory.import_offices([], AUTHOR).ids == ()


def test_two_offices_become_one_in_one_step(directory: Directory) -> None:
    keep, gone = directory.office(BERLIN.id), directory.office(BONN.id)
    directory.merge_offices(replace(keep, notes=gone.name), gone, AUTHOR)
    one = directory.office(BERLIN.id)
    assert (one.aliases, one.notes) == (("World Secretariat",), "World Secretariat")
    assert [row.id for row in directory.summaries()] == [BERLIN.id]
    directory.undo(AUTHOR)
    assert directory.office(BONN.id).name == "World Secretariat"
    assert directory.office(BERLIN.id).aliases == ()


# Few values, so that records resemble each other in every way.
alike = st.builds(
    Office,
    st.sampled_from([UNIDENTIFIED, UNIDENTIFIED, UUID(int=50), UUID(int=51)]),
    name=st.sampled_from(["Berlin Office", "Office Berlin", "Lyon Office", "Project Office"]),
    address=st.sampled_from([in_town("Berlin"), in_town("Hamburg"), in_town("Lyon", "FR"), in_town("", "")]),
    phones=st.sampled_from([(), BERLIN.phones, BONN.phones, BERLIN.phones + BONN.phones]),
    emails=st.sampled_from([(), BERLIN.emails, (Email("B@example.org", "press"),), (Email("c@example.org"),)]),
    notes=st.sampled_from(["", "Ring twice."]),
)
records = st.builds(Record, st.just("row"), alike, st.just(frozenset(FIELDS)), whole=st.booleans())
stored_ones = st.lists(alike, max_size=2).map(
    lambda some: {UUID(int=n): replace(office, id=UUID(int=n), revision=1) for n, office in enumerate(some, 5)}
)


def in_memory(there: dict[UUID, Office]) -> Stock:
    return Stock(
        list(there),
        [],
        lambda ids: [there[id_] for id_ in ids if id_ in there],
        lambda office, _: (office.position, office.timezone),
        lambda _: "",
    )


@given(st.lists(records, max_size=2), stored_ones, st.booleans())
def test_any_file_that_adds_offices_changes_nothing_the_second_time(
    file: list[Record], there: dict[UUID, Office], create_duplicates: bool
) -> None:
    plan = plan_import(file, in_memory(there))
    assume(Fate.CHANGED not in fates(plan))
    taken = chosen(plan, update=True, create_duplicates=create_duplicates)
    there |= {office.id: replace(office, revision=1) for office in taken}
    assert set(fates(plan_import(file, in_memory(there)))) <= {Fate.UNCHANGED, Fate.DUPLICATE}


@given(st.lists(records, max_size=6), stored_ones)
def test_whatever_a_file_holds_no_office_is_written_twice(file: list[Record], there: dict[UUID, Office]) -> None:
    plan = plan_import(file, in_memory(there))
    taken = [office.id for office in chosen(plan, update=True, create_duplicates=True)]
    assert len(plan.records) == len(file) and len(set(taken)) == len(taken)
    new = [one.office.id for one in plan.records if one.office and one.fate in (Fate.NEW, Fate.DUPLICATE)]
    assert not there.keys() & set(new)
