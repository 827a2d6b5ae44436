"""Training: encoder and heads together, on stories in batches of like size."""

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from gate.train_answers.network import Encoder, Heads
from gate.train_answers.stories import Story
from gate.train_tagger.batches import FAR
from gate.train_tagger.network import LAYERS
from secondsource.text.answers import KINDS
from secondsource.text.links import tell_distance

EPOCHS = 4
BATCH = 3_000
"""Pieces in a batch, or a few more."""
ENCODER_RATE, HEADS_RATE = 1.5e-4, 1e-3
DEEPER = 0.9
"""Each layer further down learns so much slower."""
DECAY = 0.01
WARM_UP = 0.06
MASK, MASKED = 103, 0.08
"""The piece [MASK], and the share of pieces that it stands for in training, so that no single word decides."""
LINKS_COUNT = 0.9
"""What the links count for beside the kinds."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Stories side by side: their windows, and of each sentence, in order, the places of its pieces in all windows."""

    stories: Sequence[Story]
    numbers: Tensor
    hidden: Tensor
    pieces: Tensor
    is_piece: Tensor


def join(stories: Sequence[Story]) -> Batch:
    windows = [window for story in stories for window in story.windows]
    length = max(len(window.pieces) for window in windows)
    numbers = torch.zeros(len(windows), length, dtype=torch.long)
    hidden = torch.full((len(windows), length), FAR)
    for row, window in enumerate(windows):
        numbers[row, : len(window.pieces)] = torch.tensor(window.pieces)
        hidden[row, : len(window.pieces)] = 0.0
    spans = [(row * length + start, end - start) for row, window in enumerate(windows) for start, end in window.spans]
    longest = torch.arange(max(count for _, count in spans))
    starts, counts = torch.tensor(spans).T[:, :, None]
    return Batch(stories, numbers, hidden, starts + torch.minimum(longest[None], counts - 1), longest[None] < counts)


def read(encoder: Encoder, batch: Batch) -> tuple[Tensor, Tensor]:
    """The mean and the greatest of the states of each sentence."""
    numbers = batch.numbers
    if encoder.training:
        numbers = torch.where((torch.rand(numbers.shape) < MASKED) & (batch.hidden == 0.0), MASK, numbers)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=encoder.training):
        hidden = batch.hidden.to(torch.bfloat16) if encoder.training else batch.hidden
        states = encoder(numbers, hidden).float().flatten(0, 1)[batch.pieces]
    means = (states * batch.is_piece[..., None]).sum(1) / batch.is_piece.sum(1, keepdim=True)
    return means, states.max(1).values


def loss_of(encoder: Encoder, heads: Heads, batch: Batch) -> Tensor:
    means, tops = read(encoder, batch)
    scores = heads.tell_kinds(means, tops)
    likely = functional.log_softmax(scores, -1)
    loss = functional.nll_loss(likely, torch.tensor([kind for story in batch.stories for kind in story.kinds]))
    links = list(_miss_links(heads, means, scores, batch.stories))
    return loss + LINKS_COUNT * torch.stack(links).mean() if links else loss


def _miss_links(heads: Heads, means: Tensor, kinds: Tensor, stories: Sequence[Story]) -> Iterator[Tensor]:
    """Of each answer and each report how unlikely it is held that it answers what it does there, or nothing there."""
    first = 0
    for story in stories:
        here = slice(first, first + len(story.places))
        first += len(story.places)
        if not story.claims:
            continue
        scores = tell_links(heads, means[here], kinds[here], story, list(story.claims))
        for report in range(story.places[-1][0] + 1):
            told = [number for number, place in enumerate(story.places) if place[0] == report]
            likely = functional.log_softmax(scores[:, [*told, -1]], -1)
            for row, claims in enumerate(story.claims.values()):
                right = [at for at, number in enumerate(told) if number in claims]
                yield -torch.logsumexp(likely[row, right], 0) if right else -likely[row, -1]


def tell_links(heads: Heads, vectors: Tensor, kinds: Tensor, story: Story, answers: Sequence[int]) -> Tensor:
    distances = [[tell_distance(story.places[answer], place) for place in story.places] for answer in answers]
    before = [answer - 1 if story.places[answer][1] else answer for answer in answers]
    return heads.tell_links(vectors, kinds, torch.tensor(answers), torch.tensor(before), torch.tensor(distances))


def train(
    encoder: Encoder, heads: Heads, stories: Sequence[Story], dev: Mapping[str, Sequence[Story]], seed: int
) -> None:
    """Train in place. Prints how it goes, and after each round how well each file of `dev` is read."""
    chance = random.Random(seed)  # noqa: S311
    optimizer = torch.optim.AdamW(_groups(encoder, heads), betas=(0.9, 0.98), fused=True)
    steps = EPOCHS * len(list(_make_batches(stories, random.Random(seed))))  # noqa: S311
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step / steps))
    began, step = time.monotonic(), 0
    for epoch in range(1, EPOCHS + 1):
        encoder.train()
        heads.train()
        for batch in _make_batches(stories, chance):
            loss = loss_of(encoder, heads, batch)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([*encoder.parameters(), *heads.parameters()], 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 25 == 0:
                print(f"step {step} of {steps}, loss {float(loss):.3f}, {time.monotonic() - began:.0f} s", flush=True)
        for name, unseen in dev.items():
            print(f"epoch {epoch}, {name}", *measure(encoder, heads, unseen), sep="\n    ", flush=True)


def measure(encoder: Encoder, heads: Heads, stories: Sequence[Story]) -> Iterator[str]:
    """Precision and recall of each kind, and how many answers are linked to a claim of theirs first."""
    encoder.eval()
    heads.eval()
    likely, right, linked = [], [], []
    with torch.no_grad():
        for story in stories:
            means, tops = read(encoder, join([story]))
            scores = heads.tell_kinds(means, tops)
            likely.append(torch.softmax(scores, -1))
            right += story.kinds
            answers = [answer for answer, claims in story.claims.items() if claims]
            if answers:
                best = tell_links(heads, means, scores, story, answers)[:, :-1].argmax(1).tolist()
                linked += [claim in story.claims[answer] for claim, answer in zip(best, answers, strict=True)]
    given, truth = torch.cat(likely), torch.tensor(right)
    for number, kind in enumerate(KINDS, 1):
        for least in (0.5, 0.7):
            told, is_kind = given[:, number] >= least, truth == number
            both = float((told & is_kind).sum())
            yield f"{kind} from {least}: P {both / max(1, told.sum()):.3f} R {both / is_kind.sum():.3f}"
    yield f"linked first to a claim of theirs: {sum(linked) / len(linked):.3f} of {len(linked)}"


def _make_batches(stories: Sequence[Story], chance: random.Random) -> Iterator[Batch]:
    order = list(stories)
    chance.shuffle(order)
    held: list[Story] = []
    for story in order:
        held.append(story)
        if sum(len(window.pieces) for one in held for window in one.windows) >= BATCH:
            yield join(held)
            held = []
    if held:
        yield join(held)


def _rate(done: float) -> float:
    return done / WARM_UP if done < WARM_UP else max(0.0, (1 - done) / (1 - WARM_UP))


def _groups(encoder: Encoder, heads: Heads) -> list[dict[str, object]]:
    """Parameters with their rates: slower further down, none of the norms and biases pulled to nought."""
    groups = []
    for name, weights in encoder.named_parameters():
        deep = LAYERS - 1 - int(name.split(".")[1]) if name.startswith("layers.") else LAYERS
        if weights.requires_grad:
            groups.append((weights, ENCODER_RATE * DEEPER**deep))
    groups += [(weights, HEADS_RATE) for weights in heads.parameters()]
    return [
        {"params": [weights], "lr": rate, "weight_decay": DECAY if weights.dim() > 1 else 0.0}
        for weights, rate in groups
    ]
