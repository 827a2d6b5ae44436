"""Training: both networks together, checkpoints after every epoch."""

import math
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from gate.train_tagger.batches import NO_LABEL, Batch, Cue, look_around, make_batches
from gate.train_tagger.network import Encoder, Reader
from gate.train_tagger.stretches import Stretch
from secondsource.text.tagging import BEFORE

EPOCHS = 3
BATCH = 8
ENCODER_RATE, READER_RATE = 1.5e-4, 8e-4
DEEPER = 0.93
"""Each layer further down learns so much slower."""
DECAY = 0.01
WARM_UP = 0.06
LIKELY = 0.2
"""From this probability on a span that is no cue is shown to the reader, to learn that nothing was said there."""
OTHERS = 0.5
"""So many such spans at most for each cue."""


def cue_spans(scores: Tensor, length: int, least: float = 0.5) -> list[tuple[int, int, float]]:
    """Runs of pieces of which the tags say with at least `least` that they are a cue, each with its mean."""
    sure = torch.softmax(scores[:length], -1)
    inside, begins = sure[:, 3] + sure[:, 4], sure[:, 3]
    spans: list[tuple[int, int, float]] = []
    start = None
    for place in range(length + 1):
        is_cue = place < length and inside[place] >= least
        if start is not None and (not is_cue or begins[place] > sure[place, 4]):
            spans.append((start, place, float(inside[start:place].mean())))
            start = None
        if is_cue and start is None:
            start = place
    return spans


def gather_cues(batch: Batch, scores: Tensor, chance: random.Random) -> list[Cue]:
    """The cues of a batch: right ones as annotated or as the tags see them, and some that are wrong."""
    cues = []
    for row, stretch in enumerate(batch.stretches):
        found = cue_spans(scores[row], len(stretch.tags), LIKELY)
        wrong = []
        for start, end, _ in found:
            if not any(case.start < end and start < case.end for case in stretch.cases):
                wrong.append(Cue(row, start, end, False, np.zeros(len(stretch.tags), dtype=np.int64)))
        for case in stretch.cases:
            seen = [span for span in found if case.start < span[1] and span[0] < case.end]
            start, end = seen[0][:2] if seen and chance.random() < 0.5 else (case.start, case.end)
            cues.append(Cue(row, start, end, True, case.roles))
        chance.shuffle(wrong)
        cues += wrong[: 1 + int(OTHERS * len(stretch.cases))]
    return cues


def loss_of(encoder: Encoder, reader: Reader, batch: Batch, chance: random.Random) -> Tensor:
    states, tags = encoder(batch.numbers, batch.shapes, batch.quoted, batch.hidden)
    loss = functional.cross_entropy(tags.flatten(0, 1), batch.tags.flatten(), ignore_index=NO_LABEL)
    cues = gather_cues(batch, tags.detach(), chance)
    if cues:
        around, inside, hidden, right = look_around(states, cues)
        roles, real = reader(around, inside, hidden)
        loss = loss + functional.cross_entropy(roles.flatten(0, 1), right.flatten(), ignore_index=NO_LABEL)
        truth = torch.tensor([float(cue.real) for cue in cues])
        loss = loss + 0.2 * functional.binary_cross_entropy_with_logits(real, truth)
    return loss


def train(
    encoder: Encoder, reader: Reader, examples: Sequence[Stretch], dev: Sequence[Stretch], seed: int, out: Path
) -> Path:
    """Train in place; gives the checkpoint of the last epoch. Prints how it goes."""
    chance = random.Random(seed)  # noqa: S311
    steps = EPOCHS * math.ceil(len(examples) / BATCH)
    optimizer = torch.optim.AdamW(_groups(encoder, reader), betas=(0.9, 0.98), fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    began, step = time.monotonic(), 0
    for epoch in range(1, EPOCHS + 1):
        encoder.train()
        reader.train()
        for batch in make_batches(examples, BATCH, seed * 100 + epoch):
            loss = loss_of(encoder, reader, batch, chance)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder.parameters(), *reader.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 25 == 0:
                print(f"step {step}/{steps} loss {float(loss):.3f} {time.monotonic() - began:.0f}s", flush=True)
        torch.save({"encoder": encoder.state_dict(), "reader": reader.state_dict()}, _checkpoint(out, epoch))
        print(f"epoch {epoch}: {measure(encoder, reader, dev)}", flush=True)
    return _checkpoint(out, EPOCHS)


def _checkpoint(out: Path, epoch: int) -> Path:
    return out / f"epoch-{epoch}.pt"


def measure(encoder: Encoder, reader: Reader, stretches: Sequence[Stretch]) -> dict[str, float]:
    """Content and triple F1 in pieces, within stretches: for choosing, not for comparing with others' figures."""
    encoder.eval()
    reader.eval()
    wanted = given = content = close = triple = 0
    with torch.no_grad():
        for batch in make_batches(stretches, BATCH, None):
            states, tags = encoder(batch.numbers, batch.shapes, batch.quoted, batch.hidden)
            for row, stretch in enumerate(batch.stretches):
                told = list(_tell(reader, states, tags, row, stretch))
                wanted += len(stretch.cases)
                given += len(told)
                for case in stretch.cases:
                    right, mine = set(np.flatnonzero(case.roles == 2)), set(np.flatnonzero(case.roles == 1))
                    best = max(told, key=lambda one: len(one[3] & right) / len(one[3] | right), default=None)
                    if best is None or len(best[3] & right) < 0.5 * len(best[3] | right):
                        continue
                    told.remove(best)
                    content += 1
                    close += len(best[3] & right) >= 0.8 * len(best[3] | right)
                    triple += (
                        best[0] < case.end and case.start < best[1] and (bool(best[2] & mine) or not (best[2] or mine))
                    )
    return {
        name: round(2 * hits / max(1, wanted + given), 4)
        for name, hits in (("content", content), ("close", close), ("triple", triple))
    }


def _tell(
    reader: Reader, states: Tensor, tags: Tensor, row: int, stretch: Stretch
) -> Iterator[tuple[int, int, set[int], set[int]]]:
    length = len(stretch.tags)
    cues = [Cue(row, start, end, True, stretch.tags) for start, end, _ in cue_spans(tags[row], length, 0.4)]
    if not cues:
        return
    around, inside, hidden, right = look_around(states, cues)
    roles, real = reader(around, inside, hidden)
    best = roles.argmax(-1)
    for number, cue in enumerate(cues):
        seen = right[number] != NO_LABEL
        places = cue.start - BEFORE + torch.arange(best.shape[1])
        source, content = (set(places[(best[number] == role) & seen].tolist()) for role in (1, 2))
        if content and torch.sigmoid(real[number]) > 0.4:
            yield cue.start, cue.end, source, content


def _rate(done: float) -> float:
    return done / WARM_UP if done < WARM_UP else max(0.0, (1 - done) / (1 - WARM_UP))


def _groups(encoder: Encoder, reader: Reader) -> list[dict[str, object]]:
    """Parameters with their rates: slower further down, none of the norms and biases pulled to nought."""
    groups = []
    for network, base in ((encoder, ENCODER_RATE), (reader, READER_RATE)):
        for name, weights in network.named_parameters():
            if not weights.requires_grad:
                continue
            rate = base
            if network is encoder and name.startswith("layers."):
                rate *= DEEPER ** (len(encoder.layers) - 1 - int(name.split(".")[1]))
            elif name.startswith(("tags", "shapes", "quoted")):
                rate = READER_RATE
            elif network is encoder:
                rate *= DEEPER ** len(encoder.layers)
            groups.append({"params": [weights], "lr": rate, "weight_decay": DECAY if weights.dim() > 1 else 0.0})
    return groups
