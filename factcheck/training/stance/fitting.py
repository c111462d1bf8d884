"""The training loop of the stance model: phases, checkpoints, and the same result for the same seed."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch
from sentence_transformers import CrossEncoder

from factcheck.matching.crossencoder import EMBEDDINGS, MAX_TOKENS, network_of
from factcheck.training.stance.examples import Example
from factcheck.verdict.excerpt import excerpt

BATCH = 32
WARM_UP = 0.06
"""Share of a phase's steps in which the rate rises; after it falls in a straight line to nothing."""
DECAY = 0.01
LARGEST_GRADIENT = 1.0
SMOOTHING = 0.05
"""Label smoothing: the labels of public sets are not all right, and probabilities should not be extreme."""
TITLED = 0.5
"""The share of references with a title that are shown with it, so that the model can do with and without."""
EVERY = 400
"""Steps between checkpoints."""
BUCKET = 40
"""Batches whose pairs are sorted by length together, so that little padding is computed."""
STEP = 16
"""Batches are padded to a multiple of so many tokens: every new shape costs the processor's library time."""
Progress = Callable[[str], None]
Tokens = tuple[list[int], list[int], int]
"""Token ids, which of the two texts each belongs to, label."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of the training: which examples, how often, and the highest learning rate."""

    name: str
    examples: Sequence[Example]
    epochs: int
    rate: float


def fit(model: CrossEncoder, phases: Sequence[Phase], folder: Path, seed: int, progress: Progress) -> None:
    """Fits `model` in place, going on from the checkpoint in `folder` if it is of the same plan.

    On a GPU where there is one; half-precision products (bfloat16) where the processor computes them itself.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    network = network_of(model).to(device)
    for name, parameter in network.named_parameters():
        parameter.requires_grad = not name.startswith(EMBEDDINGS)
    _prepare(network, device)
    plan = _fingerprint(phases, seed)
    kept = _Checkpoint(folder / "stance.checkpoint", plan)
    start = kept.read(device)
    if start is not None:
        network.load_state_dict(start["network"])
        progress(f"going on after phase {start['phase'] + 1}, step {start['step']}")
    for number, phase in enumerate(phases):
        if start is not None and number < start["phase"]:
            continue
        resumed = start if start is not None and number == start["phase"] else None
        _phase(model, phase, number, seed, resumed, kept, progress)
    network.to("cpu").eval()


def _prepare(network: Any, device: torch.device) -> None:
    """Takes out dropout, which helps against learning by heart: in the time there is, too little is learnt.

    On the processor attention is computed step by step: the library's fused kernel is slow backwards there.
    """
    for module in network.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.0
    if device.type == "cpu":
        network.set_attn_implementation("eager")


def _phase(
    model: CrossEncoder,
    phase: Phase,
    number: int,
    seed: int,
    resumed: dict[str, Any] | None,
    kept: "_Checkpoint",
    progress: Progress,
) -> None:
    network = network_of(model)
    device = next(network.parameters()).device
    rows = _tokens(model.tokenizer, phase.examples, seed + number)
    batches = [
        batch for epoch in range(phase.epochs) for batch in _batches(rows, seed + 1000 * number + epoch)
    ]
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(trained, lr=phase.rate, weight_decay=DECAY, fused=True)
    rising = max(1, int(WARM_UP * len(batches)))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / rising, (len(batches) - step) / max(1, len(batches) - rising)),
    )
    done = 0
    if resumed is not None:
        optimizer.load_state_dict(resumed["optimizer"])
        schedule.load_state_dict(resumed["schedule"])
        done = resumed["step"]
    network.train()
    half = device.type == "cuda" or bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())  # noqa: SLF001
    running = 0.0
    progress(f"phase {number + 1}, {phase.name}: {len(rows):,} examples, {len(batches):,} steps")
    for step in range(done, len(batches)):
        ids, kinds, mask, labels = (part.to(device) for part in _padded(batches[step]))
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=half):
            logits = network(input_ids=ids, token_type_ids=kinds, attention_mask=mask).logits
        loss = torch.nn.functional.cross_entropy(logits.float(), labels, label_smoothing=SMOOTHING)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(trained, LARGEST_GRADIENT)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        running = loss.item() if step == done else 0.98 * running + 0.02 * loss.item()
        if (step + 1) % 100 == 0:
            progress(f"phase {number + 1}, step {step + 1:,} of {len(batches):,}: loss {running:.3f}")
        if (step + 1) % EVERY == 0 or step + 1 == len(batches):
            kept.write(
                phase=number,
                step=step + 1,
                network=network.state_dict(),
                optimizer=optimizer.state_dict(),
                schedule=schedule.state_dict(),
            )


def _tokens(tokenizer: Any, examples: Sequence[Example], seed: int) -> list[Tokens]:
    chance = random.Random(seed)  # noqa: S311 -- nothing secret, and the same every time
    claims = [one.claim for one in examples]
    references = [
        excerpt(one.claim, one.title if chance.random() < TITLED else "", one.reference) for one in examples
    ]
    read = tokenizer(claims, references, truncation="longest_first", max_length=MAX_TOKENS)
    return list(zip(read["input_ids"], read["token_type_ids"], (one.label for one in examples), strict=True))


def _batches(rows: Sequence[Tokens], seed: int) -> list[list[Tokens]]:
    """All rows in a new order, those of like length together."""
    chance = random.Random(seed)  # noqa: S311 -- nothing secret, and the same every time
    order = list(rows)
    chance.shuffle(order)
    size = BATCH * BUCKET
    batches: list[list[Tokens]] = []
    for start in range(0, len(order), size):
        near = sorted(order[start : start + size], key=lambda row: len(row[0]))
        batches.extend(near[first : first + BATCH] for first in range(0, len(near), BATCH))
    chance.shuffle(batches)
    return batches


def _padded(batch: Sequence[Tokens]) -> Iterator[torch.Tensor]:
    longest = -(-max(len(ids) for ids, _, _ in batch) // STEP) * STEP
    yield torch.tensor([ids + [0] * (longest - len(ids)) for ids, _, _ in batch])
    yield torch.tensor([kinds + [0] * (longest - len(kinds)) for _, kinds, _ in batch])
    yield torch.tensor([[1] * len(ids) + [0] * (longest - len(ids)) for ids, _, _ in batch])
    yield torch.tensor([label for _, _, label in batch])


def _fingerprint(phases: Sequence[Phase], seed: int) -> str:
    digest = sha256(str(seed).encode())
    for phase in phases:
        digest.update(repr((phase.name, phase.epochs, phase.rate, len(phase.examples))).encode())
        for one in phase.examples:
            digest.update(repr(one).encode())
    return digest.hexdigest()


class _Checkpoint:
    """Where the training stands, on disk; one of another plan is not used."""

    def __init__(self, path: Path, plan: str) -> None:
        self._path = path
        self._plan = plan

    def read(self, device: torch.device) -> dict[str, Any] | None:
        if not self._path.is_file():
            return None
        kept: dict[str, Any] = torch.load(self._path, map_location=device, weights_only=True)
        return kept if kept.get("plan") == self._plan else None

    def write(self, **state: Any) -> None:
        beside = self._path.with_suffix(".new")
        torch.save({"plan": self._plan, **state}, beside)
        beside.replace(self._path)
