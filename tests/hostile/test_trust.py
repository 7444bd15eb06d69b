"""What a study from a stranger cannot do: read outside its folder, have a pickle loaded, or reach the network."""

from __future__ import annotations

import ast
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import analysis
from analysis import store
from analysis.embedding.cache import VectorCache
from analysis.embedding.model import DEFAULT, find_model
from analysis.errors import EncoderError, ModelError, StoreError
from analysis.framing import hub
from analysis.models import SHARED, problem_with_weights
from analysis.settings import ModelSettings, Settings, StudySettings
from tests.framing.small_models import make_model

PACKAGE = Path(analysis.__file__).parent
LOADERS = {
    "pickle", "cPickle", "_pickle", "shelve", "marshal", "dill", "joblib", "cloudpickle", "jsonpickle", "dbm",
}  # fmt: skip
CALLS = {
    "torch.load",
    "pd.read_pickle",
    "np.load",
    "numpy.load",
    "BERTopic.load",
    "yaml.load",
    "eval",
    "exec",
    "compile",
}


ASKED = {"allow_pickle", "trust_remote_code"}


class Bomb:
    """An object whose pickle makes a file when it is loaded."""

    def __init__(self, canary: Path) -> None:
        self._canary = canary

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self._canary),)


def bomb(canary: Path) -> bytes:
    return pickle.dumps(Bomb(canary))


def test_the_bomb_goes_off_where_it_is_loaded(tmp_path: Path) -> None:
    pickle.loads(bomb(tmp_path / "canary"))  # noqa: S301 - it is our own
    assert (tmp_path / "canary").exists()


def named(node: ast.expr) -> str:
    """A call's name with its dots."""
    return f"{named(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def dangers(path: Path) -> set[str]:
    """What a module imports, calls or asks for that could run what is in a file."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    imports = [one.name for node in nodes if isinstance(node, ast.Import) for one in node.names]
    imports += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    asked = {
        str(keyword.arg)
        for call in calls
        for keyword in call.keywords
        if keyword.arg in ASKED
        and not (isinstance(keyword.value, ast.Constant) and keyword.value.value is False)
    }
    packages = {name.partition(".")[0] for name in imports}
    return packages & LOADERS | {named(call.func) for call in calls} & CALLS | asked


def test_no_module_can_load_a_pickle_or_run_a_text() -> None:
    modules = sorted(PACKAGE.rglob("*.py"))
    assert len(modules) > 500
    assert {str(path.relative_to(PACKAGE)): found for path in modules if (found := dangers(path))} == {}


@pytest.mark.parametrize(
    "line", ["import pickle", "from joblib import load", "torch.load(x)", "np.load(x, allow_pickle=a)"]
)
def test_a_module_that_could_would_be_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.py").write_text(line)
    assert dangers(tmp_path / "a.py")


@pytest.mark.parametrize("place", ["pytorch_model.bin", "2_Dense/pytorch_model.bin", "deep/er/model.pt"])
def test_a_pickle_that_would_be_loaded_is_refused_even_with_safetensors_elsewhere(
    tmp_path: Path, place: str
) -> None:
    folder = make_model(tmp_path / "study/mine")
    if place == "pytorch_model.bin":
        (folder / "other").mkdir()
        (folder / "model.safetensors").rename(folder / "other/model.safetensors")
    (folder / place).parent.mkdir(parents=True, exist_ok=True)
    (folder / place).write_bytes(bomb(tmp_path / "canary"))
    with pytest.raises(EncoderError, match=rf"is refused: {place} is a pickle, which can run code"):
        find_model("mine", tmp_path / "study")
    with pytest.raises(ModelError, match=rf"is refused: {place} is a pickle, which can run code"):
        hub.find("tone", settings(tmp_path / "study", ModelSettings(tone="mine")))
    assert not (tmp_path / "canary").exists()


def test_a_pickle_beside_safetensors_is_never_looked_at(tmp_path: Path) -> None:
    folder = make_model(tmp_path / "mine")
    (folder / "training_args.bin").write_bytes(bomb(tmp_path / "canary"))
    assert problem_with_weights(folder) is None


def test_a_pickle_in_place_of_a_table_or_a_cache_is_damage_and_nothing_more(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables/topics.parquet").write_bytes(bomb(tmp_path / "canary"))
    with pytest.raises(StoreError, match=r"topics\.parquet: cannot be read"):
        store.read_table(tmp_path, "topics")
    cache = VectorCache(tmp_path / "cache", "encoder")
    cache.put({"a text": __import__("numpy").ones(4, dtype="float32")})
    for file in (tmp_path / "cache").rglob("*.vectors"):
        file.write_bytes(bomb(tmp_path / "canary"))
    assert VectorCache(tmp_path / "cache", "encoder").get("a text") is None
    assert not (tmp_path / "canary").exists()


def settings(folder: Path, models: ModelSettings) -> Settings:
    return Settings(folder, StudySettings(title="A study"), outlets=(), articles=(), models=models)


@pytest.mark.parametrize("name", ["../mine", "{elsewhere}", "link", "inside/../../mine"])
def test_a_model_of_a_study_cannot_be_outside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    elsewhere = make_model(tmp_path / "mine")
    folder = tmp_path / "study"
    (folder / "inside").mkdir(parents=True)
    (folder / "link").symlink_to(elsewhere)
    name = name.format(elsewhere=elsewhere)
    with pytest.raises(
        EncoderError, match=r"leads out of the study folder - keep the model inside, or .* FRAMING_MODELS"
    ):
        find_model(name, folder)
    with pytest.raises(ModelError, match=r"leads out of the study folder"):
        hub.find("stance", settings(folder, ModelSettings(stance=name)))
    monkeypatch.setenv(SHARED, str(tmp_path))
    assert find_model("mine", folder).folder == elsewhere
    assert find_model(str(elsewhere), folder).folder == elsewhere


def test_a_home_folder_is_not_looked_into_for_a_study(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    make_model(tmp_path / "mine")
    with pytest.raises(EncoderError, match="leads out of the study folder"):
        find_model("~/mine", tmp_path / "study")
    assert find_model("~/mine").folder == tmp_path / "mine"


NO_NETWORK = """
import sys

def listen(event, arguments):
    if event in {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}:
        sys.stderr.write(f"{event} {arguments[-1]!r}\\n")
        raise OSError(f"network: {event}")

sys.addaudithook(listen)
from analysis.cli import main
main()
"""


def without_network(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A command in a process in which whatever reaches for the network fails, and is written down."""
    variables = {**os.environ, "FRAMING_CACHE": str(folder / "cache"), "HOME": str(folder)}
    command = [sys.executable, "-c", NO_NETWORK, *arguments]
    return subprocess.run(
        command, cwd=PACKAGE.parent, env=variables, capture_output=True, text=True, check=False
    )


def test_the_guard_sees_who_reaches_for_the_network() -> None:
    reach = "import socket; socket.create_connection(('127.0.0.1', 9))"
    script = NO_NETWORK.partition("from analysis")[0] + reach
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "network: socket." in ran.stderr


@pytest.mark.slow
def test_no_command_of_a_study_reaches_for_the_network(tmp_path: Path) -> None:
    text = "The minister said that talks on Ukraine went on. “We will see,” he said. Nothing was signed in Moscow."
    for number in range(6):
        paragraphs = "\n\n".join(f"{text} It was day {number * 7 + place}." for place in range(7))
        file = tmp_path / f"given/outlet {number % 2}/a{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Headline {number}\n\n{paragraphs}\n", encoding="utf-8")
    (tmp_path / "documents.jsonl").write_text(
        "".join(f'{{"id": {place}, "text": "{word} and {word}s of the town"}}\n' for place, word in enumerate(
            ["river", "bridge", "market", "school", "harbour", "railway", "council", "garden"] * 4
        )),
        encoding="utf-8",
    )  # fmt: skip
    study, out = tmp_path / "study", tmp_path / "report"
    for arguments in (
        ("init", str(study), "--from", str(tmp_path / "given")),
        ("report", str(study), "--out", str(out)),
        (
            "topics",
            "--in",
            str(tmp_path / "documents.jsonl"),
            "--out",
            str(tmp_path / "t.jsonl"),
            "--kernels",
            "int8",
        ),
    ):
        ran = without_network(*arguments, folder=tmp_path)
        assert (ran.returncode, "network: " in ran.stderr) == (0, False), ran.stderr[-2000:]
        assert "socket." not in ran.stderr, ran.stderr[-2000:]
    assert (out / "index.html").is_file()


def test_the_default_encoder_with_other_weights_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from analysis.embedding import model

    folder = tmp_path / "model"
    shutil.copytree(find_model(DEFAULT).folder, folder, symlinks=False)
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    monkeypatch.setattr(model, "_default_folder", lambda: folder)
    with pytest.raises(EncoderError, match=r"the weights have SHA-256 [0-9a-f]{64}, not 53aa"):
        find_model(DEFAULT)
