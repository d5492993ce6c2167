"""How the weights of signs are fitted."""

from __future__ import annotations

from dataclasses import replace

from store.signs import Signs
from tests.bench.aboutness import Case, fit

NOTHING = Case("own", ("a", "a"), Signs(*[0.0] * len(Signs._fields)), must=False, right=False)
HEADED = replace(NOTHING, signs=NOTHING.signs._replace(headed=1.0), right=True)
NEAR = replace(NOTHING, signs=NOTHING.signs._replace(near=1.0))


def test_a_sign_that_tells_right_from_wrong_weighs_and_one_that_misleads_does_not() -> None:
    _, headed, *_, near = fit([NOTHING, NOTHING, HEADED, HEADED, NEAR] * 20)
    assert headed > 0
    assert near == 0
