"""What the choice of a next step depends on."""

from dataclasses import dataclass
from datetime import date

from checker.ask.facts import Facts
from checker.ask.routes import Route
from checker.ask.stages import Stage, stage_of
from checker.decide.acts import first_acts
from checker.decide.claims import asks_for_goods
from checker.kit.act import Act
from checker.kit.counting import Deadline
from checker.kit.rule import ClaimRule, StopRule
from checker.law.days import add_natural_days
from checker.law.thresholds import threshold


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Situation:
    """One matter as far as it is decided. ``proven`` is whether the core of the case has some proof, ``own_ground`` whether a
    rule holds besides what the other side agreed to, ``lookups`` what is worth a second look where a claim fails, ``revocation`` until
    when a court can revoke where a ground that holds rests on that.
    """

    route: Route
    level: str
    facts: Facts
    rule: ClaimRule | None
    today: date
    review: Deadline | None
    arrival: Deadline | None
    appeal: Deadline | None
    mediation: Deadline | None
    proven: bool | None
    own_ground: bool = False
    delivery: Deadline | None = None
    """Until when goods that have not come may still come in time; ``None`` where that is not the point."""
    stop: StopRule | None = None
    """What forbids to ask for a refund: of several, the one that the reader has to explain."""
    lookups: tuple[str, ...] = ()
    revocation: Deadline | None = None
    unproven: tuple[str, ...] = ()
    """What would prove the core of the case and is not at hand, as a reader calls it."""

    @property
    def first(self) -> tuple[Act, ...]:
        """What goes before all else."""
        return tuple(row.act(self.facts) for row in first_acts(self.route, self.facts))

    @property
    def stage(self) -> Stage:
        """How far the refund has come."""
        return stage_of(self.facts.stage)

    @property
    def goods_wanted(self) -> bool:
        """Whether the goods are asked for, so that nothing may be called a request for a refund."""
        return asks_for_goods(self.rule, self.facts)

    @property
    def never_traded(self) -> bool:
        """Whether the money went to somebody who sells nothing: there is no shop and no platform to write to."""
        return self.rule is not None and self.rule.never_traded

    @property
    def waits_for_a_new_day(self) -> bool:
        """Whether the claim is that the goods have not come, and a new day was agreed to that is not over."""
        return self.facts.order_shows == "new_time" and self.rule is not None and self.rule.demand_starts_period

    @property
    def mediation_over(self) -> bool:
        """Whether 12315 has had its time to mediate."""
        return self.mediation is not None and self.today > self.mediation.surely_over_after

    @property
    def revocation_ends(self) -> bool:
        """Whether the time for a court to revoke can be over before an appeal of today is decided."""
        if self.revocation is None or self.rule is None or self.rule.revocation is None:
            return False
        return self.revocation.safe <= add_natural_days(self.today, threshold("appeal_window_longest").value)
