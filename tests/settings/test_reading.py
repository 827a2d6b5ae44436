"""Settings out of a file and of variables: which outweighs which, and what a person is told when one is wrong."""

import tomllib
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondsource.errors import UsageError
from secondsource.settings import Settings, Trace
from secondsource.settings.knobs import find_knobs, meaning_of
from secondsource.settings.reading import InForce, _from_file, read_settings, usual_file
from secondsource.surfaces.settings import to_toml


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "own.toml"


def read(file: Path, text: str, **variables: str) -> InForce:
    file.write_text(text, encoding="utf-8")
    return read_settings(str(file), variables)


def complaint(file: Path, text: str, **variables: str) -> str:
    with pytest.raises(UsageError) as told:
        read(file, text, **variables)
    assert len(str(told.value).splitlines()) == 1
    return str(told.value).replace(str(file), "FILE")


def test_a_file_outweighs_the_defaults_and_variables_outweigh_the_file(file: Path) -> None:
    text = "[trace]\nleast_words = 7\nleast_kinship = 0.6\n[fetch]\nallowed_hosts = ['desk.example']\n"
    found = read(file, text, SECONDSOURCE_TRACE_LEAST_KINSHIP="0.7", SECONDSOURCE_CLEAN_LANGUAGES="en, de")
    expected = Settings()
    assert found.settings == replace(
        expected,
        trace=Trace(least_words=7, least_kinship=0.7),
        fetch=replace(expected.fetch, allowed_hosts=("desk.example",)),
        clean=replace(expected.clean, languages=("en", "de")),
    )
    read_from = {f"{c.knob.stage}.{c.knob.name}": c.read_from for c in found.choices if c.read_from != "default"}
    assert read_from == {
        "trace.least_words": str(file),
        "trace.least_kinship": "SECONDSOURCE_TRACE_LEAST_KINSHIP",
        "fetch.allowed_hosts": str(file),
        "clean.languages": "SECONDSOURCE_CLEAN_LANGUAGES",
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [("tagger_least = 0.5", 0.5), ("tagger_least = 1", 1.0), ("tagger_least = 'none'", None), ("", 0.45)],
)
def test_a_knob_that_can_do_without_takes_none(file: Path, text: str, value: float | None) -> None:
    assert read(file, f"[extract]\n{text}").settings.extract.tagger_least == value


@pytest.mark.parametrize(("text", "value"), [("none", None), ("0.25", 0.25), ("", 0.45)])
def test_a_variable_is_read_by_the_type_of_its_knob(file: Path, text: str, value: float | None) -> None:
    assert read(file, "", SECONDSOURCE_EXTRACT_TAGGER_LEAST=text).settings.extract.tagger_least == value


def test_folders_lie_as_seen_from_the_file_and_may_begin_at_home(
    file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    found = read(file, "[archive]\nfolder = 'kept/news'\n[lexicon]\nfolder = '~/words'").settings
    assert found.archive.place == tmp_path / "kept" / "news"
    assert found.lexicon.folder == tmp_path / "home" / "words"
    assert read(file, "").settings.archive.place.name == "archive"


def test_the_short_variables_name_folders_and_the_full_ones_outweigh_them(file: Path, tmp_path: Path) -> None:
    a, b = str(tmp_path / "a"), str(tmp_path / "b")
    assert read(file, "", SECONDSOURCE_ARCHIVE=a).settings.archive.folder == Path(a)
    assert read(file, "", SECONDSOURCE_ARCHIVE=a, SECONDSOURCE_ARCHIVE_FOLDER=b).settings.archive.folder == Path(b)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[trace]\n\nleast_wrods = 4", "FILE, line 3: [trace] least_wrods is no setting; did you mean least_words?"),
        ("[trcae]\nleast_words = 4", "FILE, line 1: [trcae] is no part of the settings; did you mean [trace]?"),
        ("[[trace]]\nleast_words = 4", "FILE, line 1: trace must be a table"),
        ("trace = 3", "FILE, line 1: trace must be a table"),
        ("trace.least_words = 0.5", "FILE, line 1: [trace] least_words = 0.5: it must be a whole number, 0 or more"),
        ("[trace]\nleast_words = true", "FILE, line 2: [trace] least_words = true: it must be a whole number, 0 or"),
        ("[trace]\nleast_words = -1", "FILE, line 2: [trace] least_words = -1: it must be a whole number, 0 or more"),
        ("[trace]\nleast_kinship = '0.4'", "FILE, line 2: [trace] least_kinship = '0.4': it must be a number, 0 or"),
        ("[trace]\nleast_kinship = nan", "FILE, line 2: [trace] least_kinship = nan: it must be a number, 0 or more"),
        ("[trace]\nkinship_bias = 'low'", "FILE, line 2: [trace] kinship_bias = 'low': it must be a number"),
        ("[trace]\nkinship_weights = [1, 2]", "FILE, line 2: [trace] kinship_weights = [1, 2]: it must be a list of"),
        ("[fetch]\nallowed_hosts = 'a'", "FILE, line 2: [fetch] allowed_hosts = 'a': it must be a list of texts"),
        ("[fetch]\nuser_agent = ' '", "FILE, line 2: [fetch] user_agent = ' ': it must be text in quotation marks"),
        ("[annotate]\nlongest_stretch = 0", "longest_stretch = 0: it must be a whole number, 1 or more"),
        ("[archive]\nfolder = 3", "FILE, line 2: [archive] folder = 3: it must be a folder in quotation marks, or"),
        ("[extract]\ntagger_least = 'no'", "tagger_least = 'no': it must be a number, 0 or more, or \"none\""),
        ("[trace]\nleast_words = 4 5", "FILE is not TOML: "),
        ("[trace]\nleast_words = 4\nleast_words = 5", "FILE is not TOML: "),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_what_is_allowed(file: Path, text: str, told: str) -> None:
    assert told in complaint(file, text)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        (
            "SECONDSOURCE_TRACE_LEAST_WROD",
            "4",
            "SECONDSOURCE_TRACE_LEAST_WROD is no setting; did you mean SECONDSOURCE",
        ),
        ("SECONDSOURCE_SETINGS", "x", "SECONDSOURCE_SETINGS is no setting; did you mean SECONDSOURCE_SETTINGS?"),
        (
            "SECONDSOURCE_TRACE_LEAST_WORDS",
            "four",
            "SECONDSOURCE_TRACE_LEAST_WORDS = 'four': it must be a whole number",
        ),
        ("SECONDSOURCE_TRACE_LEAST_WORDS", "none", "it must be a whole number, 0 or more"),
        ("SECONDSOURCE_TRACE_KINSHIP_WEIGHTS", "1,2,x,4", "it must be a list of 4 numbers"),
    ],
)
def test_a_wrong_variable_is_named(file: Path, name: str, value: str, told: str) -> None:
    assert told in complaint(file, "", **{name: value})


def test_a_named_file_must_be_there_and_the_usual_one_need_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="no such file"):
        read_settings(str(tmp_path / "none.toml"), {})
    with pytest.raises(UsageError, match="no such file"):
        read_settings(None, {"SECONDSOURCE_SETTINGS": str(tmp_path / "none.toml")})
    with pytest.raises(UsageError, match="cannot be read"):
        read_settings(str(tmp_path), {})
    monkeypatch.setattr("secondsource.settings.reading.usual_file", lambda: tmp_path / "usual.toml")
    assert read_settings(None, {}).file is None
    (tmp_path / "usual.toml").write_text("[judge]\nmost_omissions = 3", encoding="utf-8-sig")
    found = read_settings(None, {})
    assert (found.file, found.settings.judge.most_omissions) == (tmp_path / "usual.toml", 3)


def test_a_number_that_is_below_nothing_may_sink(file: Path) -> None:
    assert read(file, "[trace]\nkinship_bias = -9").settings.trace.kinship_bias == -9.0


def test_the_usual_file_lies_in_the_folder_for_settings() -> None:
    assert usual_file().name == "secondsource.toml"
    assert usual_file().parent.name == "secondsource"


def test_a_file_in_another_encoding_is_told(file: Path) -> None:
    file.write_bytes("[fetch]\nuser_agent = 'Bücher'".encode("latin-1"))
    with pytest.raises(UsageError, match="UTF-8"):
        read_settings(str(file), {})


def test_every_knob_has_a_meaning_a_variable_of_its_own_and_takes_what_is_printed(file: Path) -> None:
    knobs = find_knobs()
    assert len(knobs) == sum(len(fields(getattr(Settings(), stage.name))) for stage in fields(Settings)) > 100
    assert len({knob.variable for knob in knobs}) == len(knobs)
    assert [knob for knob in knobs if not meaning_of(knob)] == []
    printed = to_toml(read(file, "").choices)
    again = read(file, printed)
    assert again.settings == Settings()
    assert {choice.read_from for choice in again.choices} == {str(file)}


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60), st.sampled_from(["user_agent", "allowed_hosts"]))
def test_any_text_is_printed_as_toml_that_gives_it_back(text: str, name: str) -> None:
    [choice] = [c for c in read_settings("/dev/null", {}).choices if c.knob.name == name]
    value = text if name == "user_agent" else (text, text)
    printed = to_toml([replace(choice, value=value)])
    assert tomllib.loads(printed)["fetch"][name] == (value if isinstance(value, str) else list(value))


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=60), st.sampled_from(["[{}]", "[trace]\n{} = 1", "[fetch]\nuser_agent = [{}]"]))
def test_whatever_is_wrong_takes_one_line(text: str, form: str) -> None:
    quoted = "".join(f"\\U{ord(letter):08x}" for letter in text)
    with pytest.raises(UsageError) as told:
        list(_from_file(Path("own.toml"), form.format(f'"{quoted}"')))
    assert len(str(told.value).splitlines()) == 1
