"""The closed lists of words that a profile may use."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "ChangeDecision",
    "ChannelKind",
    "Deflected",
    "EvidenceKind",
    "ExperienceLevel",
    "FeedbackKind",
    "FeedbackLevel",
    "Function",
    "GateStage",
    "Impact",
    "ImprovementStatus",
    "Interaction",
    "MetricFamily",
    "MetricKind",
    "Phase",
    "Purpose",
    "SpanUnit",
    "Statistic",
    "SurveyInvitations",
]


class Phase(StrEnum):
    """Where in a customer's life with the organisation a stage lies."""

    AWARENESS = "awareness"
    CONSIDERATION = "consideration"
    PURCHASE = "purchase"
    ONBOARDING = "onboarding"
    USE = "use"
    SUPPORT = "support"
    LOYALTY = "loyalty"
    EXIT = "exit"


class ChannelKind(StrEnum):
    """By what a contact happens."""

    WEBSITE = "website"
    MOBILE_APP = "mobile_app"
    PRODUCT = "product"
    STORE = "store"
    FIELD_VISIT = "field_visit"
    PHONE = "phone"
    IVR = "ivr"
    EMAIL = "email"
    CHAT = "chat"
    CHATBOT = "chatbot"
    SMS = "sms"
    MESSAGING = "messaging"
    SOCIAL = "social"
    COMMUNITY = "community"
    KNOWLEDGE_BASE = "knowledge_base"
    ADVERTISING = "advertising"
    NEWSLETTER = "newsletter"
    POST = "post"
    INVOICE = "invoice"
    PARTNER = "partner"
    EVENT = "event"
    OTHER = "other"


class Interaction(StrEnum):
    """Who or what the customer meets at a touchpoint."""

    HUMAN = "human"
    SELF_SERVICE = "self_service"
    AUTOMATED = "automated"
    BROADCAST = "broadcast"
    PRODUCT = "product"


class Purpose(StrEnum):
    """What a touchpoint is for."""

    SALES = "sales"
    DELIVERY = "delivery"
    BILLING = "billing"
    USE = "use"
    SUPPORT = "support"
    COMPLAINT = "complaint"
    COMMUNICATION = "communication"


class Impact(StrEnum):
    """How much a pain point hurts customers and their loyalty."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class MetricKind(StrEnum):
    """What a metric measures."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    TRUST = "trust"
    FIRST_RESPONSE_TIME = "first_response_time"
    RESOLUTION_TIME = "resolution_time"
    WAIT_TIME = "wait_time"
    HANDLE_TIME = "handle_time"
    FIRST_CONTACT_RESOLUTION = "first_contact_resolution"
    REOPEN_RATE = "reopen_rate"
    RESOLUTION_RATE = "resolution_rate"
    TICKET_DEFLECTION = "ticket_deflection"
    SENTIMENT = "sentiment"
    RETENTION = "retention"
    CHURN = "churn"
    REPEAT_PURCHASE = "repeat_purchase"
    REFERRAL = "referral"
    CLV = "clv"
    REVENUE = "revenue"
    SPEND_PER_CUSTOMER = "spend_per_customer"
    COST_TO_SERVE = "cost_to_serve"
    CONVERSION = "conversion"
    EMPLOYEE_ENGAGEMENT = "employee_engagement"
    ENPS = "enps"
    EMPLOYEE_TURNOVER = "employee_turnover"
    CUSTOM = "custom"


class Deflected(StrEnum):
    """What an organisation counts as a ticket that was not needed."""

    CONFIRMED = "confirmed"
    NO_FURTHER_CONTACT = "no_further_contact"
    NO_TICKET = "no_ticket"


class ExperienceLevel(StrEnum):
    """How much of the experience an answer looks back on."""

    INTERACTION = "interaction"
    JOURNEY = "journey"
    RELATIONSHIP = "relationship"


class MetricFamily(StrEnum):
    """What a metric tells about: service is one ingredient of experience."""

    SERVICE = "service"
    EXPERIENCE = "experience"
    BUSINESS = "business"
    EMPLOYEE = "employee"


class Statistic(StrEnum):
    """How many answers or times become one value."""

    SCORE = "score"
    MEAN = "mean"
    MEDIAN = "median"
    P90 = "p90"
    SHARE = "share"


class Function(StrEnum):
    """What a department does."""

    EXECUTIVE = "executive"
    CX = "cx"
    SUPPORT = "support"
    SALES = "sales"
    MARKETING = "marketing"
    PRODUCT = "product"
    ENGINEERING = "engineering"
    OPERATIONS = "operations"
    FIELD = "field"
    BILLING = "billing"
    FINANCE = "finance"
    IT = "it"
    LEGAL = "legal"
    HR = "hr"
    LOGISTICS = "logistics"
    PARTNER = "partner"
    OTHER = "other"


class GateStage(StrEnum):
    """When a proposed change meets the principles."""

    BEFORE_BUILD = "before_build"
    BEFORE_RELEASE = "before_release"
    AFTER_RELEASE = "after_release"


class ChangeDecision(StrEnum):
    """What was decided about a proposed change."""

    PROCEED = "proceed"
    PAUSE = "pause"
    REWORK = "rework"
    REJECT = "reject"
    PENDING = "pending"


class FeedbackKind(StrEnum):
    """How the organisation hears from customers and staff."""

    SURVEY = "survey"
    COMPLAINT = "complaint"
    TICKET = "ticket"
    REVIEW = "review"
    SOCIAL = "social"
    LISTENING_SESSION = "listening_session"
    INTERVIEW = "interview"
    PANEL = "panel"
    EMPLOYEE = "employee"
    BEHAVIOUR = "behaviour"
    SPEECH_ANALYTICS = "speech_analytics"
    LOST_CUSTOMER = "lost_customer"


class FeedbackLevel(StrEnum):
    """What a source of feedback is about."""

    INTERACTION = "interaction"
    JOURNEY = "journey"
    RELATIONSHIP = "relationship"
    COMPETITIVE = "competitive"


class ImprovementStatus(StrEnum):
    """How far an improvement has come."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DECLINED = "declined"


class EvidenceKind(StrEnum):
    """What one row of a table of evidence is."""

    SURVEYS = "surveys"
    TICKETS = "tickets"
    FEEDBACK = "feedback"
    CUSTOMERS = "customers"
    INVITATIONS = "invitations"


class SpanUnit(StrEnum):
    """What a span of time in a table is counted in."""

    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"
    CLOCK = "h:m:s"


class SurveyInvitations(StrEnum):
    """Who chooses which customers are asked."""

    RULE_BASED = "rule_based"
    AGENT_CHOSEN = "agent_chosen"
