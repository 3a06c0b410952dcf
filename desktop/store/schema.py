"""The tables of a company file, and what changed them from version to version.

``VERSIONS`` is append-only: a version that has been released never changes, since company
files in the world were made by it.  The text of a version is plain SQL so that it can be read.
"""

from __future__ import annotations

from desktop.core.record import record

APPLICATION_ID = 0x534B5445  # "SKTE"

# What the user has entered; every change to these is recorded for undo.
DATA_TABLES = (
    "company",
    "person",
    "kpi",
    "mapping",
    "import",
    "measurement",
    "goal",
    "key_result",
    "milestone",
    "plan_value",
    "goal_guide",
    "goal_answer",
    "dismissed_advice",
    "glossary_word",
    "cause",
    "focus",
    "growth_loop",
    "loop_step",
    "check_in",
    "activity",
    "idea",
    "review",
    "kpi_event",
    "former_plan",
    "wheel_lane",
    "wheel_event",
    "setting",
)


@record(frozen=True, slots=True)
class Version:
    """One step of the schema; its place in ``VERSIONS`` is the file's ``user_version``."""

    name: str
    statements: tuple[str, ...]


# A finite number: the bound is the greatest double, infinity is beyond it; NaN is stored as NULL.
_FINITE = "abs({0}) <= 1.7976931348623157e308"
# with "+0 days" SQLite works the date out anew, so that 30 February is found out
_DATE = "{0} IS date({0}, '+0 days')"


def _finite(column: str) -> str:
    return f"CHECK ({_FINITE.format(column)})"


def _date(column: str) -> str:
    return f"CHECK ({_DATE.format(column)})"


def _text(column: str) -> str:
    return f"{column} TEXT NOT NULL DEFAULT ''"


def _flag(column: str) -> str:
    return f"{column} INTEGER NOT NULL DEFAULT 0 CHECK ({column} IN (0, 1))"


_PEOPLE = (
    """CREATE TABLE company (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        language TEXT NOT NULL CHECK (language GLOB '[a-z][a-z]'),
        currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
        year_start INTEGER NOT NULL CHECK (year_start BETWEEN 1 AND 12),
        paper TEXT NOT NULL CHECK (paper IN ('A4', 'Letter'))
    ) STRICT""",
    f"""CREATE TABLE person (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        {_text("role")},
        {_flag("team")}
    ) STRICT""",
    """CREATE TABLE setting (
        key TEXT PRIMARY KEY CHECK (key <> ''),
        value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID""",
)

_KPIS = (
    f"""CREATE TABLE kpi (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL UNIQUE CHECK (key <> ''),
        name TEXT NOT NULL CHECK (trim(name) <> ''),
        {_text("definition")},
        unit_kind TEXT NOT NULL
            CHECK (unit_kind IN ('number', 'percent', 'currency', 'duration', 'own')),
        {_text("unit_symbol")},
        decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 10),
        better TEXT NOT NULL CHECK (better IN ('higher', 'lower', 'band')),
        band_low REAL {_finite("band_low")},
        band_high REAL {_finite("band_high")},
        cadence TEXT NOT NULL CHECK (cadence IN ('day', 'week', 'month', 'quarter', 'year')),
        add_up TEXT NOT NULL CHECK (add_up IN ('sum', 'mean', 'last')),
        {_text("formula")},
        {_flag("leading")},
        phase TEXT CHECK (phase IN ('awareness', 'engagement', 'conversion')),
        perspective TEXT
            CHECK (perspective IN ('financial', 'customer', 'process', 'learning')),
        owner_id INTEGER REFERENCES person(id),
        {_text("source")},
        parent_id INTEGER REFERENCES kpi(id) CHECK (parent_id <> id),
        capacity REAL {_finite("capacity")},
        capacity_owner_id INTEGER REFERENCES person(id),
        {_flag("archived")},
        CHECK (band_low <= band_high)
    ) STRICT""",
    f"""CREATE TABLE measurement (
        kpi_id INTEGER NOT NULL REFERENCES kpi(id),
        period_start TEXT NOT NULL {_date("period_start")},
        value REAL NOT NULL {_finite("value")},
        through TEXT {_date("through")} CHECK (through >= period_start),
        import_id INTEGER REFERENCES import(id),
        {_text("cell")},
        PRIMARY KEY (kpi_id, period_start)
    ) STRICT, WITHOUT ROWID""",
)

_IMPORTS = (
    """CREATE TABLE mapping (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        shape TEXT NOT NULL UNIQUE CHECK (shape <> ''),
        name TEXT NOT NULL,
        rules TEXT NOT NULL CHECK (json_valid(rules)),
        used_at TEXT NOT NULL CHECK (datetime(used_at) IS NOT NULL)
    ) STRICT""",
    """CREATE TABLE import (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
        who TEXT NOT NULL,
        file_name TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bytes INTEGER NOT NULL CHECK (bytes >= 0),
        mapping_id INTEGER REFERENCES mapping(id),
        step_id INTEGER NOT NULL REFERENCES step(id),
        new INTEGER NOT NULL CHECK (new >= 0),
        changed INTEGER NOT NULL CHECK (changed >= 0),
        same INTEGER NOT NULL CHECK (same >= 0),
        rejected INTEGER NOT NULL CHECK (rejected >= 0),
        reverted_at TEXT CHECK (reverted_at IS NULL OR datetime(reverted_at) IS NOT NULL)
    ) STRICT""",
)

_GOALS = (
    f"""CREATE TABLE goal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        statement TEXT NOT NULL CHECK (trim(statement) <> ''),
        {_text("why")},
        {_text("not_doing")},
        owner_id INTEGER REFERENCES person(id),
        start TEXT NOT NULL {_date("start")},
        deadline TEXT {_date("deadline")},
        state TEXT NOT NULL
            CHECK (state IN ('draft', 'active', 'reached', 'missed', 'dropped')),
        parent_id INTEGER REFERENCES goal(id) CHECK (parent_id <> id),
        {_flag("aspirational")},
        position INTEGER NOT NULL DEFAULT 0,
        CHECK (deadline >= start)
    ) STRICT""",
    f"""CREATE TABLE key_result (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        goal_id INTEGER NOT NULL REFERENCES goal(id),
        kpi_id INTEGER REFERENCES kpi(id),
        {_text("title")},
        baseline REAL {_finite("baseline")},
        target REAL {_finite("target")},
        original_target REAL {_finite("original_target")},
        comparison TEXT NOT NULL CHECK (comparison IN ('level', 'total', 'per period')),
        weight REAL NOT NULL CHECK (weight > 0) {_finite("weight")},
        owner_id INTEGER REFERENCES person(id),
        done_on TEXT {_date("done_on")},
        position INTEGER NOT NULL DEFAULT 0,
        CHECK (kpi_id IS NOT NULL OR trim(title) <> '')
    ) STRICT""",
    f"""CREATE TABLE milestone (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        goal_id INTEGER NOT NULL REFERENCES goal(id),
        key_result_id INTEGER REFERENCES key_result(id),
        title TEXT NOT NULL CHECK (trim(title) <> ''),
        due TEXT NOT NULL {_date("due")},
        value REAL {_finite("value")},
        done_on TEXT {_date("done_on")}
    ) STRICT""",
    f"""CREATE TABLE plan_value (
        key_result_id INTEGER NOT NULL REFERENCES key_result(id),
        day TEXT NOT NULL {_date("day")},
        value REAL NOT NULL {_finite("value")},
        PRIMARY KEY (key_result_id, day)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX key_result_of_goal ON key_result (goal_id)",
    "CREATE INDEX key_result_of_kpi ON key_result (kpi_id)",
    "CREATE INDEX milestone_of_goal ON milestone (goal_id)",
)

_CHANGE_LOG = (
    """CREATE TABLE step (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL CHECK (datetime(at) IS NOT NULL),
        who TEXT NOT NULL,
        label TEXT NOT NULL CHECK (json_valid(label)),
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
    ) STRICT""",
    """CREATE TABLE change (
        id INTEGER PRIMARY KEY,
        step_id INTEGER NOT NULL REFERENCES step(id),
        table_name TEXT NOT NULL,
        row_key TEXT NOT NULL,
        before TEXT,
        after TEXT,
        CHECK (before IS NOT NULL OR after IS NOT NULL)
    ) STRICT""",
    "CREATE INDEX change_of_step ON change (step_id)",
    # only measurements are looked up by what they were; the others would only make files larger
    "CREATE INDEX change_of_measurement ON change (row_key) WHERE table_name = 'measurement'",
)

_GUIDE = (
    f"""CREATE TABLE goal_guide (
        goal_id INTEGER PRIMARY KEY REFERENCES goal(id),
        way TEXT NOT NULL CHECK (way IN ('smart', 'okr')),
        done INTEGER NOT NULL CHECK (done BETWEEN 0 AND 3),
        next_on TEXT {_date("next_on")},
        raised_from_id INTEGER REFERENCES goal(id) CHECK (raised_from_id <> goal_id)
    ) STRICT""",
    """CREATE TABLE goal_answer (
        goal_id INTEGER NOT NULL REFERENCES goal(id),
        question TEXT NOT NULL CHECK (question <> ''),
        text TEXT NOT NULL CHECK (trim(text) <> ''),
        PRIMARY KEY (goal_id, question)
    ) STRICT, WITHOUT ROWID""",
)

_ADVICE = (
    f"""CREATE TABLE dismissed_advice (
        kind TEXT NOT NULL CHECK (kind <> ''),
        subject TEXT NOT NULL CHECK (subject <> ''),
        {_text("facts")},
        reason TEXT NOT NULL CHECK (trim(reason) <> ''),
        day TEXT NOT NULL {_date("day")},
        PRIMARY KEY (kind, subject)
    ) STRICT, WITHOUT ROWID""",
)

_CARD = (
    f"ALTER TABLE kpi ADD COLUMN {_text('audience')}",
    f"ALTER TABLE kpi ADD COLUMN {_text('source_place')}",
    f"ALTER TABLE kpi ADD COLUMN {_text('conclude_stop')}",
    f"ALTER TABLE kpi ADD COLUMN {_text('conclude_start')}",
    f"ALTER TABLE kpi ADD COLUMN {_text('conclude_continue')}",
    f"ALTER TABLE kpi ADD COLUMN {_text('conclude_more')}",
    f"ALTER TABLE kpi ADD COLUMN {_text('conclude_less')}",
    f"""CREATE TABLE glossary_word (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
        {_text("definition")}
    ) STRICT""",
)


def _scale(column: str, least: int, most: int) -> str:
    return f"{column} INTEGER CHECK ({column} BETWEEN {least} AND {most})"


_STRATEGY = (
    """ALTER TABLE goal ADD COLUMN perspective TEXT
        CHECK (perspective IN ('financial', 'customer', 'process', 'learning'))""",
    f"""CREATE TABLE cause (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        cause_goal_id INTEGER REFERENCES goal(id),
        cause_kpi_id INTEGER REFERENCES kpi(id),
        effect_goal_id INTEGER REFERENCES goal(id) CHECK (effect_goal_id <> cause_goal_id),
        effect_kpi_id INTEGER REFERENCES kpi(id) CHECK (effect_kpi_id <> cause_kpi_id),
        lag INTEGER CHECK (lag >= 0),
        lag_cadence TEXT CHECK (lag_cadence IN ('day', 'week', 'month', 'quarter', 'year')),
        {_text("note")},
        CHECK ((cause_goal_id IS NULL) <> (cause_kpi_id IS NULL)),
        CHECK ((effect_goal_id IS NULL) <> (effect_kpi_id IS NULL)),
        CHECK ((lag IS NULL) = (lag_cadence IS NULL))
    ) STRICT""",
    f"""CREATE TABLE focus (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kpi_id INTEGER NOT NULL REFERENCES kpi(id),
        stage TEXT NOT NULL
            CHECK (stage IN ('empathy', 'stickiness', 'virality', 'revenue', 'scale')),
        line REAL {_finite("line")},
        since TEXT NOT NULL {_date("since")},
        {_text("why")}
    ) STRICT""",
    """CREATE TABLE growth_loop (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL CHECK (trim(name) <> '')
    ) STRICT""",
    f"""CREATE TABLE loop_step (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        loop_id INTEGER NOT NULL REFERENCES growth_loop(id),
        kpi_id INTEGER REFERENCES kpi(id),
        {_text("title")},
        position INTEGER NOT NULL DEFAULT 0,
        CHECK (kpi_id IS NOT NULL OR trim(title) <> '')
    ) STRICT""",
)

_HABIT = (
    f"ALTER TABLE key_result ADD COLUMN {_flag('seasonal')}",
    f"""CREATE TABLE former_plan (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key_result_id INTEGER NOT NULL REFERENCES key_result(id),
        until TEXT NOT NULL {_date("until")},
        baseline REAL {_finite("baseline")},
        target REAL {_finite("target")},
        start TEXT NOT NULL {_date("start")},
        deadline TEXT {_date("deadline")},
        {_flag("seasonal")},
        steps TEXT NOT NULL CHECK (json_valid(steps)),
        {_text("reason")}
    ) STRICT""",
    f"""CREATE TABLE check_in (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        goal_id INTEGER NOT NULL REFERENCES goal(id),
        day TEXT NOT NULL {_date("day")},
        person_id INTEGER REFERENCES person(id),
        {_scale("confidence", 0, 10)},
        {_text("comment")},
        {_text("stop")},
        {_text("start")},
        {_text("keep")},
        {_text("more")},
        {_text("less")},
        {_scale("autonomy", 1, 5)},
        {_scale("competence", 1, 5)},
        {_scale("relatedness", 1, 5)}
    ) STRICT""",
    f"""CREATE TABLE activity (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        goal_id INTEGER NOT NULL REFERENCES goal(id),
        kpi_id INTEGER REFERENCES kpi(id),
        title TEXT NOT NULL CHECK (trim(title) <> ''),
        {_text("because")},
        effect REAL {_finite("effect")},
        start TEXT NOT NULL {_date("start")},
        "end" TEXT {_date('"end"')} CHECK ("end" >= start),
        due TEXT {_date("due")},
        owner_id INTEGER REFERENCES person(id),
        cost REAL {_finite("cost")},
        verdict TEXT NOT NULL CHECK (verdict IN ('open', 'kept', 'killed')),
        decided_on TEXT {_date("decided_on")},
        {_text("conclusion")},
        position INTEGER NOT NULL DEFAULT 0
    ) STRICT""",
    f"""CREATE TABLE idea (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        title TEXT NOT NULL CHECK (trim(title) <> ''),
        {_text("details")},
        {_text("who")},
        day TEXT NOT NULL {_date("day")},
        goal_id INTEGER REFERENCES goal(id),
        answer TEXT NOT NULL CHECK (answer IN ('waiting', 'adopted', 'parked', 'declined')),
        {_text("reason")},
        answered_on TEXT {_date("answered_on")},
        activity_id INTEGER REFERENCES activity(id)
    ) STRICT""",
    f"""CREATE TABLE review (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        goal_id INTEGER REFERENCES goal(id),
        period_start TEXT {_date("period_start")},
        period_end TEXT {_date("period_end")} CHECK (period_end >= period_start),
        day TEXT NOT NULL {_date("day")},
        {_text("meant")},
        {_text("happened")},
        {_text("why")},
        {_text("next")},
        {_text("learned")},
        CHECK ((goal_id IS NULL) <> (period_start IS NULL)),
        CHECK ((period_start IS NULL) = (period_end IS NULL))
    ) STRICT""",
    f"""CREATE TABLE kpi_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kpi_id INTEGER NOT NULL REFERENCES kpi(id),
        day TEXT NOT NULL {_date("day")},
        title TEXT NOT NULL CHECK (trim(title) <> ''),
        {_flag("rebase")}
    ) STRICT""",
    f"""CREATE TABLE wheel_lane (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT UNIQUE CHECK (kind IN ('marketing', 'sales', 'support')),
        {_text("name")},
        position INTEGER NOT NULL DEFAULT 0,
        CHECK (kind IS NOT NULL OR trim(name) <> '')
    ) STRICT""",
    f"""CREATE TABLE wheel_event (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        lane_id INTEGER NOT NULL REFERENCES wheel_lane(id),
        title TEXT NOT NULL CHECK (trim(title) <> ''),
        kind TEXT NOT NULL CHECK (kind IN ('campaign', 'review', 'check-in', 'other')),
        start TEXT NOT NULL {_date("start")},
        "end" TEXT NOT NULL {_date('"end"')} CHECK ("end" >= start),
        {_flag("yearly")},
        owner_id INTEGER REFERENCES person(id),
        {_text("note")}
    ) STRICT""",
    """INSERT INTO wheel_lane (kind, position)
        VALUES ('marketing', 0), ('sales', 1), ('support', 2)""",
    "CREATE INDEX check_in_of_goal ON check_in (goal_id)",
    "CREATE INDEX activity_of_goal ON activity (goal_id)",
)

_NUMBERS_BESIDE = (
    """ALTER TABLE check_in ADD COLUMN status TEXT
        CHECK (status IN ('off track', 'at risk', 'outdated', 'too early to tell', 'not started',
        'on track', 'reached'))""",
    "ALTER TABLE check_in ADD COLUMN probability REAL CHECK (probability BETWEEN 0 AND 1)",
    "ALTER TABLE check_in ADD COLUMN seen TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(seen))",
)

VERSIONS: tuple[Version, ...] = (
    Version("first", _PEOPLE + _KPIS + _IMPORTS + _GOALS + _CHANGE_LOG),
    Version("the guide to a goal", _GUIDE),
    Version("dismissed advice", _ADVICE),
    Version("the card of a KPI and the glossary", _CARD),
    Version("strategy, and the habit of following up", _STRATEGY + _HABIT),
    Version("what the numbers said at a check-in", _NUMBERS_BESIDE),
)
