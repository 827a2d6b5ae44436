"""Training: encoder and heads together, on stories in batches of like size."""

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, combinations

import torch
from torch import Tensor
from torch.nn import functional

from gate.train_answers.network import Encoder, Heads
from gate.train_answers.stories import Number, Story
from gate.train_tagger.batches import FAR
from gate.train_tagger.network import LAYERS
from secondsource.text.answers import KINDS
from secondsource.text.inference import load_tokenizer
from secondsource.text.links import tell_distance

EPOCHS = 3
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
NUMBERS_COUNT = 1.0
"""What the numbers count for beside the kinds."""
SAME_WORDS = 0.2
"""What two numbers of one wording count for beside two of different ones, as it is easily seen what they are of."""
CHANGED = 0.3
"""Share of the numbers that are given another value in training, so that what they are of is not read off the value."""
NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty eighty"
    """Numbers in words that are one piece each, and may stand for one another."""
)


@dataclass(frozen=True, slots=True)
class Batch:
    """Stories side by side: their windows, and of each sentence, in order, the places of its pieces in all windows; the
    same of each number, and which of these have another value than their reports tell.
    """

    stories: Sequence[Story]
    numbers: Tensor
    hidden: Tensor
    pieces: Tensor
    is_piece: Tensor
    numbers_at: Sequence[tuple[int, int]]
    changed: frozenset[int] = frozenset()


def join(stories: Sequence[Story]) -> Batch:
    windows = [window for story in stories for window in story.windows]
    length = max(len(window.pieces) for window in windows)
    numbers = torch.zeros(len(windows), length, dtype=torch.long)
    hidden = torch.full((len(windows), length), FAR)
    for row, window in enumerate(windows):
        numbers[row, : len(window.pieces)] = torch.tensor(window.pieces)
        hidden[row, : len(window.pieces)] = 0.0
    spans = [(row * length + start, end - start) for row, window in enumerate(windows) for start, end in window.spans]
    firsts = accumulate((len(story.places) for story in stories), initial=0)
    told = [
        (spans[first + number.sentence][0], number.pieces)
        for first, story in zip(firsts, stories, strict=False)
        for number in story.numbers
    ]
    numbers_at = [(at + start, at + end) for at, (start, end) in told]
    longest = torch.arange(max(count for _, count in spans))
    starts, counts = torch.tensor(spans).T[:, :, None]
    return Batch(
        stories, numbers, hidden, starts + torch.minimum(longest[None], counts - 1), longest[None] < counts, numbers_at
    )


def change(batch: Batch, chance: random.Random) -> Batch:
    """The stories with another value for some of their numbers."""
    others, numbers, changed = _find_numerals(), batch.numbers.clone(), set[int]()
    pieces = numbers.view(-1)
    for number, (start, end) in enumerate(batch.numbers_at):
        places = [place for place in range(start, end) if int(pieces[place]) in others]
        if places and chance.random() < CHANGED:
            changed.add(number)
            for place in places:
                pieces[place] = chance.choice(others[int(pieces[place])])
    return replace(batch, numbers=numbers, changed=frozenset(changed))


@cache
def _find_numerals() -> Mapping[int, Sequence[int]]:
    """Of each piece that is a number, or a part of one in digits, those that may stand in its place."""
    like: dict[tuple[bool, int], list[int]] = {}
    for piece, number in load_tokenizer().get_vocab().items():
        digits = piece.removeprefix("##")
        if digits.isascii() and digits.isdigit():
            like.setdefault((piece == digits, len(digits)), []).append(number)
        elif piece in NUMBER_WORDS.split():
            like.setdefault((True, 0), []).append(number)
    return {number: sorted(numbers) for numbers in like.values() for number in numbers}


def read(encoder: Encoder, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """The mean and the greatest of the states of each sentence, and the mean of those of each number."""
    numbers = batch.numbers
    if encoder.training:
        numbers = torch.where((torch.rand(numbers.shape) < MASKED) & (batch.hidden == 0.0), MASK, numbers)
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=encoder.training):
        hidden = batch.hidden.to(torch.bfloat16) if encoder.training else batch.hidden
        every = encoder(numbers, hidden).float().flatten(0, 1)
    states = every[batch.pieces]
    means = (states * batch.is_piece[..., None]).sum(1) / batch.is_piece.sum(1, keepdim=True)
    told = [every[start:end].mean(0) for start, end in batch.numbers_at]
    return means, states.max(1).values, torch.stack(told) if told else every[:0]


def loss_of(encoder: Encoder, heads: Heads, batch: Batch) -> Tensor:
    means, tops, numbers = read(encoder, batch)
    scores = heads.tell_kinds(means, tops)
    likely = functional.log_softmax(scores, -1)
    loss = functional.nll_loss(likely, torch.tensor([kind for story in batch.stories for kind in story.kinds]))
    links = list(_miss_links(heads, means, scores, batch.stories))
    loss = loss + LINKS_COUNT * torch.stack(links).mean() if links else loss
    pairs = list(_miss_numbers(heads, numbers, batch))
    return loss + NUMBERS_COUNT * torch.stack(pairs).mean() if pairs else loss


def _miss_numbers(heads: Heads, states: Tensor, batch: Batch) -> Iterator[Tensor]:
    """Of each story how wrongly its numbers of one kind are held for those of one thing or of two."""
    first = 0
    for story in batch.stories:
        told = story.numbers
        changed = [first + number in batch.changed for number in range(len(told))]
        pairs, is_one, weights = pair_numbers(told, changed)
        if len(pairs):
            scores = heads.tell_one_thing(states[first : first + len(told)])[pairs[:, 0], pairs[:, 1]]
            missed = functional.binary_cross_entropy_with_logits(scores, is_one, weights, reduction="sum")
            yield missed / weights.sum()
        first += len(told)


def pair_numbers(told: Sequence[Number], changed: Sequence[bool] = ()) -> tuple[Tensor, Tensor, Tensor]:
    """The pairs of numbers of one kind, whether each is of one thing, and what it counts for."""
    pairs = [(one, other) for one, other in combinations(range(len(told)), 2) if told[one].kind == told[other].kind]
    is_one = [float(told[one].quantity == told[other].quantity) for one, other in pairs]
    is_same = [
        told[one].words == told[other].words and not (changed and (changed[one] or changed[other]))
        for one, other in pairs
    ]
    weights = [SAME_WORDS if same else 1.0 for same in is_same]
    return torch.tensor(pairs), torch.tensor(is_one), torch.tensor(weights)


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
            loss = loss_of(encoder, heads, change(batch, chance))
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
    """Precision and recall of each kind and of numbers in other words, and how many answers are linked right first."""
    encoder.eval()
    heads.eval()
    likely, right, linked, beliefs, one_thing = [], [], [], [], []
    with torch.no_grad():
        for story in stories:
            means, tops, numbers = read(encoder, join([story]))
            scores = heads.tell_kinds(means, tops)
            likely.append(torch.softmax(scores, -1))
            right += story.kinds
            answers = [answer for answer, claims in story.claims.items() if claims]
            if answers:
                best = tell_links(heads, means, scores, story, answers)[:, :-1].argmax(1).tolist()
                linked += [claim in story.claims[answer] for claim, answer in zip(best, answers, strict=True)]
            pairs, is_one, weights = pair_numbers(story.numbers)
            if len(pairs):
                held = torch.sigmoid(heads.tell_one_thing(numbers))[pairs[:, 0], pairs[:, 1]]
                beliefs.append(held[weights > SAME_WORDS])
                one_thing.append(is_one[weights > SAME_WORDS])
    given, truth = torch.cat(likely), torch.tensor(right)
    for number, kind in enumerate(KINDS, 1):
        for least in (0.5, 0.7):
            yield f"{kind} from {least}: {_rate_told(given[:, number] >= least, truth == number)}"
    for least in (0.3, 0.5, 0.7) if beliefs else ():
        yield f"numbers of one thing from {least}: {_rate_told(torch.cat(beliefs) >= least, torch.cat(one_thing) > 0)}"
    yield f"linked first to a claim of theirs: {sum(linked) / max(1, len(linked)):.3f} of {len(linked)}"


def _rate_told(told: Tensor, truth: Tensor) -> str:
    both = float((told & truth).sum())
    return f"P {both / max(1, told.sum()):.3f} R {both / max(1, truth.sum()):.3f} of {int(truth.sum())}"


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
