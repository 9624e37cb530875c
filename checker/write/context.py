"""What a text is made from, worked out from one matter."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from checker.ask.events import Entry
from checker.ask.facts import Facts
from checker.ask.goods import goods_of
from checker.ask.parties import Parties
from checker.ask.question import UNKNOWN, asked
from checker.ask.questions import BY_ID, QUESTIONS
from checker.ask.questions.order import ON_A_PLATFORM, SHOWS_INTENT
from checker.ask.refusal_grounds import ground_of
from checker.ask.routes import CLAIMING, ORDINARY
from checker.decide.claims import asks_for_goods
from checker.decide.deadlines import appeal, demand_until
from checker.decide.finding import at_issue, claims_met, is_met
from checker.decide.next_steps import WAIT
from checker.decide.refusals import objections_given
from checker.decide.verdict import Matter
from checker.kit.evidence import Kind, kinds, told_of
from checker.kit.phrases import blank, money, typed
from checker.kit.remedy import Asking
from checker.kit.report import Report
from checker.kit.rule import ENDING, ClaimRule, StopRule
from checker.kit.sentence import Sentence, Telling
from checker.law.channels import channel
from checker.law.statutes import Article, article, citable
from checker.law.thresholds import threshold
from checker.write.addressee import addressee, called, is_the_other_party, only_the_platform_answers, place, respondent
from checker.write.checks import platform_answers
from checker.write.chronology import ANSWERED, ORDER_LINE, USE_LINE, Line, arranged, chronology, purchase, reported
from checker.write.court_form import court_form, fits_the_form
from checker.write.fields import Cited, Context
from checker.write.form import AUTHORITY, COURT, PAYER, PLATFORM, POLICE, PUBLIC, SELLER, LetterForm, suspected
from checker.write.telling import CAUSE, MILDLY, OTHERWISE, PAID, PAID_BY, PAID_IN_SHORT, VENUE


def granting(matter: Matter) -> ClaimRule | None:
    """The rule that the claim of this matter rests on, if there is a claim."""
    return matter.primary if matter.level == "can_claim" and isinstance(matter.primary, ClaimRule) else None


def report_of(matter: Matter) -> Report | None:
    """What the police are told in this matter, what has to be explained to them first."""
    rule = granting(matter)
    if rule is not None:
        return rule.report
    stops = [f.rule for f in matter.findings if is_met(f) and isinstance(f.rule, StopRule)]
    return next((each.report for each in sorted(stops, key=lambda each: not each.to_explain) if each.report), None)


def grounds(rule: ClaimRule | None, matter: Matter, facts: Facts) -> tuple[ClaimRule, ...]:
    """The rules whose stories a text tells: who wants the goods does not argue that the money is only to be paid."""
    if rule is None:
        return ()
    return tuple(
        each
        for each in claims_met(matter.findings)
        # A payment to the wrong person is another story than a purchase.
        if each.never_traded is rule.never_traded and not (each.only_to_be_paid and asks_for_goods(rule, facts))
    )


def lines_of(form: LetterForm, matter: Matter, telling: Telling, events: Sequence[Entry]) -> tuple[Line, ...]:
    """The facts part of a text, with what its reader struck."""
    rule, report = granting(matter), report_of(matter)
    if form.to == POLICE and report:
        return reported(report.happened, telling, events)
    if rule is not None and rule.to_payer:
        return reported(rule.to_payer.happened, telling, events)
    supports = [each for each in matter.supports if each.told_with is None or each.told_with in form.has]
    if form.clue and rule is not None:
        return arranged(
            [each for each in purchase(telling, rule, grounds(rule, matter, telling.f)) if each.id != USE_LINE], events, telling.f
        )
    own = () if form.to == PUBLIC else events
    return chronology(telling, form.to, rule, grounds(rule, matter, telling.f), own, supports)


def telling_of(form: LetterForm, facts: Facts, parties: Parties, now: datetime | None) -> Telling:
    """What the sentences of rules are made of in this text."""
    numbers = {name: f" {number}" for name in NUMBERS if (number := getattr(parties, name))}
    if form.to == PUBLIC:
        numbers = dict.fromkeys(NUMBERS, "不公开")
    return Telling(
        f=facts,
        seller_called=called(form, facts),
        now=now,
        platform=parties.platform_name or blank("平台名称"),
        place=place(facts, parties),
        goods=typed(parties.goods_name, "商品名称"),
        **numbers,
    )


NUMBERS = ("order_no", "pay_no")


def context(
    form: LetterForm, matter: Matter, facts: Facts, parties: Parties, now: datetime | None, events: Sequence[Entry] = ()
) -> Context:
    """What this text of this matter is made from."""
    rule = granting(matter)
    goods_wanted = asks_for_goods(rule, facts)
    telling = telling_of(form, facts, parties, now)
    report = report_of(matter)
    titles = (form.title_for_goods if goods_wanted else "", report.title if report and form.to == POLICE else "", form.title)
    whole: dict[str, Any] = {
        "f": facts,
        "p": parties,
        "now": now,
        "until": demand_until(now.date()) if now else None,
        "appeal_term": _appeal_term(facts, now),
        "title": next(filter(None, titles)),
        "to": addressee(form, facts, parties),
        "seller_called": telling.seller_called,
        "to_the_other_party": is_the_other_party(form, facts),
        "paid": PAID.words(telling),
        "paid_by": PAID_BY.words(telling),
        "payee": channel(facts.channel).name if facts.channel in ("wechat", "alipay", "card") else blank("支付机构或者银行的名称"),
        "kinds": _kinds(form, rule, facts),
        "t": telling,
        "report": report,
        "goods_wanted": goods_wanted,
        "in_app": form.to in (SELLER, PLATFORM)
        and matter.route == ORDINARY
        and not facts.past_any_platform
        and not (rule and rule.never_traded),
    }
    # Whoever adds the same line twice has said it once.
    told = {each.words: each for each in reversed(lines_of(form, matter, telling, events)) if not each.struck}
    whole["lines"] = lines = tuple(reversed(told.values()))
    whole["happened"] = "".join(
        each.words for each in lines if each.id != ORDER_LINE and not each.id.startswith(("particulars", "official"))
    )
    whole["basis"] = _basis_of(form, matter, facts, lines)
    whole["which"] = rule.which_articles.words(telling) if rule and rule.which_articles else ""
    if rule is None and matter.route in CLAIMING:
        whole |= {
            "mildly": MILDLY.words(telling),
            "opening": f"订单{telling.order_no}{PAID_IN_SHORT.words(telling)}。",
            "still_to_come": matter.next_step is WAIT,
            "asks_them": "".join(f"请说明：{words}。" for words in _asks_them(matter, facts)),
        }
    if rule is not None:
        whole |= _asked(form, rule, matter, facts, whole["until"])
        whole |= _facts_part(form, rule, matter, parties, telling)
        whole |= _before_an_authority(form, rule, matter, parties, telling)
        if form.to == COURT and fits_the_form(rule, facts):
            whole["court"] = court_form(rule, matter, facts, lines, whole["dissolves"])
    return Context(**whole)


ASKS_ALWAYS = "订单是什么状态，商品发到了哪里、能不能用，付款以前页面写了什么"


def _asks_them(matter: Matter, facts: Facts) -> list[str]:
    """What is open and the other side can know, the most telling first; three at most, for a long list gets no answer. Who does not know what
    happened asks for all of it.
    """
    of_this_story = {question.id for question in asked(QUESTIONS, {each.id: getattr(facts, each.gives) or UNKNOWN for each in QUESTIONS})}
    known = list(dict.fromkeys(words for id in matter.missing if id in of_this_story and (words := BY_ID[id].ask_them)))
    return known[:3] or [ASKS_ALWAYS]


def _asked(form: LetterForm, rule: ClaimRule, matter: Matter, facts: Facts, until: date | None) -> dict[str, Any]:
    """What is asked for."""
    remedy, claim = rule.remedy_for(facts), matter.claims[0]
    asking = Asking(
        f=facts,
        fen=claim.amount_fen,
        extent=remedy.extent(facts),
        until=until,
        me=form.calls_itself,
        ends=rule.ends_the_contract(facts) and not only_the_platform_answers(facts),
        ending=_ending(form, matter, facts),
    )
    before_court = rule.defendant if form.to == COURT else None
    demand = before_court.demand(asking) if before_court else remedy.demand(asking)
    instead = any(each.in_the_sellers_place for each in matter.supports) and form.to in (AUTHORITY, COURT)
    return {
        "request": remedy.request(asking),
        "demand": demand,
        "demanded": f"赔偿本人的损失{money(claim.amount_fen, '要求赔偿的金额')}" if instead else demand,
        "settled": remedy.settled,
        "arithmetic": _arithmetic(form, matter),
        "to_payer": rule.to_payer,
        "besides": next(iter(matter.claims[1:]), None),
    }


def _arithmetic(form: LetterForm, matter: Matter) -> str:
    """How the sums come out, where they are more than what was paid, as a line; empty otherwise."""
    claims = matter.claims if form.besides else matter.claims[:1]
    sums = (claim.sum_shown for claim in claims if claim.amount_fen is not None)
    shown = [each for each in sums if re.search("[×÷−]|还差", each)]
    return f"算法：{'；'.join(shown)}。" if shown else ""


def _facts_part(form: LetterForm, rule: ClaimRule, matter: Matter, parties: Parties, telling: Telling) -> dict[str, Any]:
    """What happened in short, and what the other side has to show."""
    facts = telling.f
    return {
        "opening": _opening(form, parties, telling, rule.in_short),
        "their_records": _to_be_shown(form, rule, telling),
        "by_guardian": rule.by_guardian,
        "ward": rule.ward.words(telling) if rule.ward else "",
        "only_to_be_paid": rule.only_to_be_paid,
        "never_traded": rule.never_traded,
        "replies": () if rule.defendant and form.to == COURT else tuple(_replies(rule, facts, of_court=form.to == COURT)),
    }


def _to_be_shown(form: LetterForm, rule: ClaimRule, telling: Telling) -> str:
    """What the other side has to show. A court is not asked to ask: it is told who has to."""
    if form.to != COURT:
        return rule.their_records.words(telling)
    if rule.defendant:
        return rule.defendant.their_records
    return re.sub("(^|。)请", r"\1请被告", rule.their_records.words(telling)).replace("的，请", "的，由被告")


def _opening(form: LetterForm, parties: Parties, telling: Telling, in_short: Sentence) -> str:
    """Which order, or which payment, and in short what happened."""
    if form.to == PUBLIC:
        paid = PAID_IN_SHORT.words(telling).removeprefix("，")
        return f"{paid}{'。' if paid else ''}{in_short.words(telling)}。"
    numbered = f"交易单号{telling.pay_no}" if form.to == PAYER and parties.pay_no else f"订单{telling.order_no}"
    return f"{numbered}{PAID_IN_SHORT.words(telling)}。{in_short.words(telling)}。"


def _before_an_authority(form: LetterForm, rule: ClaimRule, matter: Matter, parties: Parties, telling: Telling) -> dict[str, Any]:
    """Who answers, on what, and before whom."""
    facts, now = telling.f, telling.now
    role = "被告" if form.to == COURT else "被投诉人"
    return {
        "in_the_sellers_place": any(each.in_the_sellers_place for each in matter.supports),
        "why_the_platform": next((each.why_the_platform.format(role=role) for each in matter.supports if each.why_the_platform), ""),
        "asks_besides": next((each.asks for each in matter.supports if each.asks), ""),
        "intent": tuple(
            row.attached for kind, row in kinds().items() if kind in (*SHOWS_INTENT, "listing") and kind in (facts.evidence or ())
        ),
        "dissolves": _dissolves(matter, facts),
        "revokes": rule.revocation is not None,
        "voids": rule.remedy_for(facts).voids,
        "respondent": blank(rule.defendant.missing) if rule.defendant else respondent(facts, parties, platform_answers(matter)),
        "decision": threshold("complaint_decision"),
        "payer_basis": _payer_basis(facts, now),
        "platform_basis": tuple(Cited(each, ()) for each in _platform_basis(facts, now)),
        "names_wanted": _names_wanted(facts),
        "suspected": tuple(words for _, words in suspected(matter, facts)),
        "order_basis": article("mss-225"),
        "cause": at_issue(rule, matter.findings).cause or CAUSE.words(telling),
        "venue": VENUE.words(telling),
        "otherwise": "" if rule.asks_for_help else OTHERWISE.words(telling),
    }


def _kinds(form: LetterForm, rule: ClaimRule | None, facts: Facts) -> dict[str, Kind]:
    """Every kind of evidence, as it is for this rule and this reader."""
    exact = {each.kind: each.exact for each in (*rule.proof, *rule.also_proof)} if rule else {}
    found = {id: told_of(exact.get(id, row), facts) for id, row in kinds().items()}
    if form.to != SELLER:
        return found
    return {id: replace(row, attached=row.to_a_shop) if row.to_a_shop else row for id, row in found.items()}


def _payer_basis(facts: Facts, now: datetime | None) -> tuple[Article, ...]:
    """What binds whoever handled the payment, but for banks: it answers today, so the law of today counts."""
    # A bank is bound by other acts, and nobody knows who it was where that is not said.
    found = (article("zfjg-35"),) if facts.channel in ("wechat", "alipay") else ()
    return tuple(each for each in found if now is None or each.law.in_force(now.date()))


def _replies(rule: ClaimRule, facts: Facts, *, of_court: bool) -> list[tuple[str, str]]:
    """What was said against it, and the answer; reasons with the same answer together. What the answer asks of the other side is not put to a court."""
    found: dict[str, list[str]] = {}
    for item in objections_given(rule, facts):
        if item.ground:
            answer = "".join(part for part in re.findall("[^。]*。", item.answer) if not part.startswith("请")) if of_court else item.answer
            found.setdefault(answer, []).append(ground_of(item.ground).in_letter)
    return [("、".join(reasons), answer) for answer, reasons in found.items()]


def _appeal_term(facts: Facts, now: datetime | None) -> str:
    """The platform's own term for an appeal, while it is not over."""
    if facts.appeal_days is None or now is None:
        return ""
    term = appeal(facts, now.date())
    if term is None or term.last_day is None or term.last_day < now.date():
        return ""
    return f"平台写明的申诉期是 {facts.appeal_days.words}，本申诉在期内提出。"


def _names_wanted(facts: Facts) -> bool:
    return facts.may_complain_as_consumer and facts.seller_kind in ON_A_PLATFORM and facts.seller_identity != "known"


def _platform_basis(facts: Facts, now: datetime | None) -> tuple[Article, ...]:
    """What binds a platform that is asked to step in: it answers today, so the law of today counts."""
    ids = ("dsf-61", "dsf-62", "dsf-38", *(("xfz-44",) if _names_wanted(facts) else ()))
    content = goods_of(facts.goods).online_content or facts.seller_kind == "individual"
    day = now.date() if now else max(article(id).law.start for id in ids)
    return citable(ids, day=day, consumer=facts.may_complain_as_consumer, content=content)


def _basis_of(form: LetterForm, matter: Matter, facts: Facts, lines: Sequence[Line]) -> tuple[Cited, ...]:
    """The articles that one text argues from, each with the lines of its facts part that it meets."""
    places = {line.id: number for number, line in enumerate(lines, 1)}
    told: dict[str, list[int]] = {}
    # What strengthens a claim has a line of its own, or is about what was answered, or about who sold.
    behind = {each.id: ANSWERED.id if each.told_with in ("reasons", "review") else ORDER_LINE for each in matter.supports if not each.adds}
    for reason in matter.reasons:
        own = [places[id] for id in (reason.rule, f"promised-{reason.rule}") if id in places]
        found = sorted(own or [places[id] for id in (behind.get(reason.rule),) if id in places])
        for each in reason.articles:
            exchanged = [places[id] for id in (ORDER_LINE, USE_LINE) if id in places] if each.gives_back and found else []
            told.setdefault(each.id, []).extend((*found, *exchanged))
    besides = {
        each.id for rule in matter.supports if rule.adds for reason in matter.reasons if reason.rule == rule.id for each in reason.articles
    }
    return tuple(
        Cited(each, tuple(sorted(set(told.get(each.id, ())))), for_besides=each.id in besides) for each in _basis(form, matter, facts)
    )


def _basis(form: LetterForm, matter: Matter, facts: Facts) -> tuple[Article, ...]:
    """The articles that one text argues from."""
    if form.clue:
        rules = {rule.id for rule, _ in suspected(matter, facts)}
        of_these = (each for reason in matter.reasons if reason.rule in rules for each in reason.articles)
        return tuple(dict.fromkeys(each for each in of_these if not each.between_the_parties))
    if not matter.claims:
        return tuple(dict.fromkeys(each for reason in matter.reasons for each in reason.articles))
    rule = granting(matter)
    if form.to == COURT and rule and rule.defendant:
        return tuple(article(id) for id in rule.defendant.basis)
    untold = {rule.id for rule in matter.supports if rule.told_with is not None and rule.told_with not in form.has}
    told = {each for reason in matter.reasons if reason.rule not in untold for each in reason.articles}
    left_out = {each for reason in matter.reasons if reason.rule in untold for each in reason.articles} - told
    not_asked_to_end = form.to in (AUTHORITY, COURT) and any(each.in_the_sellers_place for each in matter.supports)
    if only_the_platform_answers(facts) or form.to == PAYER or not_asked_to_end:
        left_out |= {article(id) for id in ENDING}
    if form.to != COURT and rule and rule.revocation:
        # Only a court revokes, and only then is anything given back for that.
        left_out |= {article("mfd-157")}
    # When the right to revoke ends is for the other side to bring up.
    left_out |= {article("mfd-152")}
    if form.to not in (SELLER, COURT) and not is_the_other_party(form, facts):
        # That a contract is ended by notice stands in the notice; this text is none.
        left_out |= {article("mfd-565")}
    wanted = matter.claims if form.besides else matter.claims[:1]
    return tuple(dict.fromkeys(each for claim in wanted for each in claim.articles if each not in left_out))


def _ending(form: LetterForm, matter: Matter, facts: Facts) -> str:
    """How the demand itself asks for the end of the contract. What everybody reads, and whoever handled the payment, is
    told of money; a notice and a statement of claim say it once.
    """
    rule = granting(matter)
    if rule is None or form.to in (PUBLIC, PAYER) or only_the_platform_answers(facts):
        return ""
    if form.to != COURT:
        # Whoever is told that the contract is ended is not asked for it as well.
        ends = rule.ends_the_contract(facts) and not is_the_other_party(form, facts)
        return "取消这笔订单，" if rule.revocation else "解除合同，" if ends else ""
    in_the_sellers_place = any(each.in_the_sellers_place for each in matter.supports)
    return "" if in_the_sellers_place or _dissolves(matter, facts) or not rule.ends_the_contract(facts) else "判令解除合同，被告"


def _dissolves(matter: Matter, facts: Facts) -> bool:
    """Whether a court is asked to end the contract: where money is all that is asked for, and of the other party of the contract."""
    rule = granting(matter)
    if rule is None or not rule.ends_the_contract(facts) or any(each.in_the_sellers_place for each in matter.supports):
        return False
    return not rule.remedy_for(facts).performs_first.holds(facts)
