"""How well each model told the history, and what it says about the time ahead."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from desktop.core.forecast_design import Design, design
from desktop.core.forecast_history import History
from desktop.core.forecast_models import filtered

Array = npt.NDArray[np.float64]

TRUST = 2.5  # the power of the likelihood is this over the root of the number of values, since
LEAST_TRUST = 0.35  # none of the models is the true one; but not less than this
RECENT = (4, 12)  # the weight of a shock for today's unrest halves in a year, of so many periods
TAME = 2.0  # excess kurtosis that is always allowed for
FITTED = 4  # what is fitted besides the terms: the size of a shock; how level, trend, season move
DOUBT = 30  # values at which the kurtosis seen counts for half
WORLDS = 1e5  # so many times the least value, the greatest is of another kind
_FARTHEST = 60.0  # of a logarithm; beyond that no KPI goes
_EXACT = 1e-12  # the least unexplained share of the variance


class Scale(NamedTuple):
    """Between a KPI's own values and those that the models see."""

    logs: bool
    centre: float
    size: float

    def own(self, values: Array) -> Array:
        own = self.centre + self.size * values
        return np.exp(np.clip(own, -_FARTHEST, _FARTHEST)) if self.logs else own


class Told(NamedTuple):
    """The history as each model tells it: by model (m) and which terms it has (s).

    ``shocks`` (m, n) are those without terms, ``terms`` (m, s, k) the estimates of the terms,
    ``unexplained`` (m, s) the sum of squared shocks, ``means`` (m, s, h) the forecasts, all in
    the scaled values; ``evidence`` (m, s) is the log of the marginal likelihood of the values.
    """

    scale: Scale
    design: Design
    shocks: Array
    terms: Array
    unexplained: Array
    means: Array
    evidence: Array


class Fit(NamedTuple):
    """All models on one scale; ``weights`` (m, s) are parts of one over all fits, ``sigma``
    (m, s) is the size of a shock, ``freedom`` the degrees of freedom of its t distribution."""

    told: Told
    weights: Array
    sigma: Array
    freedom: float


def fit(history: History, horizon: int) -> list[Fit]:
    """The models of the values and, where all are above zero and not worlds apart, of their
    logarithms."""
    least = float(history.values.min())
    scales = [False, True] if 0 < float(history.values.max()) < least * WORLDS else [False]
    all_told = [_tell(history, horizon, logs=logs) for logs in scales]
    best = max(float(told.evidence.max()) for told in all_told)
    trust = min(max(TRUST / history.known**0.5, LEAST_TRUST), 1.0)
    weights = [np.exp(trust * (told.evidence - best)) for told in all_told]
    whole = sum(float(each.sum()) for each in weights)
    return [
        _weighed(told, each / whole, history) for told, each in zip(all_told, weights, strict=True)
    ]


def _tell(history: History, horizon: int, *, logs: bool) -> Told:
    """Regression on the terms with shocks filtered by the model (generalised least squares)."""
    values = np.log(history.values) if logs else history.values
    scale = Scale(logs, float(values.mean()), float(values.std()) or 1.0)
    scaled = (values - scale.centre) / scale.size
    count = len(values)
    plan = design(count, history.season, horizon)
    shocks = filtered(plan.inverse, scaled, plan.size, count)
    shared = (shocks[:, None] @ plan.filtered)[:, 0]
    rooted = (shared[:, None, None] @ plan.root)[:, :, 0]
    terms = (plan.root @ rooted[..., None])[..., 0]
    unexplained = (shocks**2).sum(axis=1)[:, None] - (rooted**2).sum(axis=2)
    unexplained = np.maximum(unexplained, _EXACT * count)
    carried = filtered(plan.effects, shocks, plan.size, count + horizon)[:, count:]
    means = carried[:, None] + terms @ plan.ahead.transpose(0, 2, 1)
    freedom = history.known - 1
    jacobian = freedom * (np.log(scale.size) + (scale.centre if logs else 0.0))
    evidence = plan.prior - freedom / 2 * np.log(unexplained) - jacobian
    return Told(scale, plan, shocks, terms, unexplained, means, evidence)


def _weighed(told: Told, weights: Array, history: History) -> Fit:
    """How large shocks are: over the history, but more as they have been lately, and with tails
    as heavy as they showed.

    Unrest is believed as it is seen, but calm is not thought to last. Heavy tails change the
    shape of a shock, not its variance, which is seen; that it is seen in few values makes the
    range wider besides (Student's t).
    """
    of_model = weights.sum(axis=1)
    whole = max(float(of_model.sum()), 1e-300)
    terms = np.einsum("ms,msk->mk", weights, told.terms)
    explained = np.einsum("mnk,mk->n", told.design.filtered, terms)
    squares = ((of_model @ told.shocks - explained) / whole) ** 2
    usual = squares / max(float(squares.mean()), 1e-300)
    recent = 0.5 ** (np.arange(len(squares))[::-1] / min(max(history.year, RECENT[0]), RECENT[1]))
    unrest = max(float(recent @ usual / recent.sum()), 1.0)
    excess = max(float((usual**2).mean()) - 3, 0.0)
    excess = TAME + excess * history.known / (history.known + DOUBT)
    heavy = 4 + 6 / excess  # the degrees of freedom of that kurtosis
    freedom = max(history.known - FITTED, 2)
    sigma = np.sqrt(told.unexplained * unrest / freedom * (heavy - 2) / heavy)
    return Fit(told, weights, sigma, min(freedom, heavy))
