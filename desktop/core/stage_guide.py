"""The five stages in words that an owner understands, each with the KPIs that usually fit it."""

from __future__ import annotations

from desktop.core.focus import Stage
from desktop.core.message import Message, msg
from desktop.core.record import record


@record(frozen=True, slots=True)
class StageGuide:
    """What a stage asks, what it is about, and what is usually measured.

    ``kpis`` are ready KPIs of the library by their ``id``, the most usual first.
    Source: Croll and Yoskovitz, *Lean Analytics* (2013), in our own words.
    """

    question: Message
    text: Message
    metrics: Message
    kpis: tuple[str, ...]


def stage_guide(stage: Stage) -> StageGuide:
    """The guide to one stage."""
    return _GUIDES[stage]


_GUIDES = {
    Stage.EMPATHY: StageGuide(
        msg("Do we solve a problem that people care about?"),
        msg(
            "You are still finding out what customers need, and whether they would pay for your "
            "answer to it. Numbers are small here; what people say counts for more. Go on when you "
            "keep hearing the same need, and people say yes to your answer."
        ),
        msg("Conversations with customers, interest shown, quotes asked for, marks in surveys."),
        (
            "leads",
            "qualified_leads",
            "sales_meetings",
            "customer_satisfaction",
            "nps",
            "webinar_registrations",
        ),
    ),
    Stage.STICKINESS: StageGuide(
        msg("Do those who have tried it come back?"),
        msg(
            "Some have bought or begun to use what you offer. Before you spend money on reaching "
            "more of them, those who came should stay: otherwise you fill a leaking bucket. Go on "
            "when enough of them return by themselves."
        ),
        msg("Returning customers, cancellations, how often people use or open it, complaints."),
        (
            "repeat_customer_rate",
            "returning_customers",
            "churn_rate",
            "active_subscriptions",
            "email_open_rate",
            "engagement_rate",
            "complaint_rate",
            "customer_satisfaction",
        ),
    ),
    Stage.VIRALITY: StageGuide(
        msg("Do customers bring new customers?"),
        msg(
            "People stay. Now see to it that they talk about you, so that growth does not have to "
            "be bought one customer at a time. Go on when a good part of the new ones come from "
            "the ones you have, or find you by themselves."
        ),
        msg("Recommendations, reviews, shares, searches for your name, unpaid visits."),
        (
            "referrals",
            "new_reviews",
            "brand_searches",
            "organic_visits",
            "new_subscribers",
            "newsletter_subscribers",
            "visits",
            "nps",
        ),
    ),
    Stage.REVENUE: StageGuide(
        msg("Does each customer bring in more than it costs to win and serve them?"),
        msg(
            "People come and stay, and it is time to see that it pays. Look at what a customer, an "
            "order or an hour brings in, against what it costs. Go on when you would gladly spend "
            "more to get one more customer."
        ),
        msg(
            "Conversion rate, order value, margin, what a new customer costs and is worth, "
            "recurring revenue."
        ),
        (
            "conversion_rate",
            "average_order_value",
            "gross_margin",
            "sales",
            "mrr",
            "customer_acquisition_cost",
            "quote_acceptance",
            "utilisation",
            "orders",
        ),
    ),
    Stage.SCALE: StageGuide(
        msg("Can we grow without everything growing with it?"),
        msg(
            "The business pays. Now reach more markets, channels and partners, while quality and "
            "cost for each one served stay good. Here the question is what breaks first when there "
            "is twice as much to do."
        ),
        msg(
            "Sales through partners, sales for each employee, delivery precision, response time, "
            "operating margin."
        ),
        (
            "partner_sales",
            "sales_per_employee",
            "operating_margin",
            "delivery_precision",
            "delivery_time",
            "response_time",
            "order_intake",
            "sales",
        ),
    ),
}
