// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SchemaSteps.h"

namespace weavemap::store {

// Every table and column is explained in README.md. Enums hold the numbers of core/domain. Texts are never NULL (''
// says nothing); references and dates may be. Foreign keys are deferred and never cascade: a change recorded by the
// session extension must be able to run backwards row by row, in any order. Nothing but the primary key is UNIQUE for
// the same reason. Each column that refers to another table has an index, so that deleting a row there does not scan
// this table.
Migration schemaStep1()
{
    return {.lowestReader = 1,
            .sql = R"sql(
CREATE TABLE organization(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE person(
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL DEFAULT 0 CHECK(kind BETWEEN 0 AND 2),
    name TEXT NOT NULL,
    source_id TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    organization INTEGER REFERENCES organization(id) DEFERRABLE INITIALLY DEFERRED,
    level INTEGER NOT NULL DEFAULT 0 CHECK(level BETWEEN 0 AND 4),
    contact_preference TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    consent INTEGER NOT NULL DEFAULT 0 CHECK(consent BETWEEN 0 AND 3),
    joined_on TEXT CHECK(joined_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    left_on TEXT CHECK(left_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    left_reason TEXT NOT NULL DEFAULT '',
    archived_on TEXT CHECK(archived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX person_name ON person(name);
CREATE INDEX person_source_id ON person(source_id) WHERE source_id <> '';
CREATE INDEX person_organization ON person(organization) WHERE organization IS NOT NULL;

CREATE TABLE attribute(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE attribute_value(
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    attribute INTEGER NOT NULL REFERENCES attribute(id) DEFERRABLE INITIALLY DEFERRED,
    value TEXT NOT NULL CHECK(value <> '')
) STRICT;
CREATE INDEX attribute_value_person ON attribute_value(person, attribute);
CREATE INDEX attribute_value_attribute ON attribute_value(attribute);

CREATE TABLE tie(
    id INTEGER PRIMARY KEY,
    a INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    b INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    depth INTEGER NOT NULL DEFAULT 3 CHECK(depth BETWEEN 0 AND 4),
    contact INTEGER NOT NULL DEFAULT 0 CHECK(contact BETWEEN 0 AND 4),
    collaboration INTEGER NOT NULL DEFAULT 0 CHECK(collaboration BETWEEN 0 AND 2),
    weight REAL NOT NULL DEFAULT 1.0 CHECK(weight > 0),
    first_seen TEXT CHECK(first_seen GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last_confirmed TEXT CHECK(last_confirmed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    ended TEXT CHECK(ended GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    origin INTEGER NOT NULL DEFAULT 0 CHECK(origin BETWEEN 0 AND 4),
    CHECK(a < b)
) STRICT;
CREATE INDEX tie_a ON tie(a, b);
CREATE INDEX tie_b ON tie(b);

CREATE TABLE overlay(
    id INTEGER PRIMARY KEY,
    tie INTEGER NOT NULL REFERENCES tie(id) DEFERRABLE INITIALLY DEFERRED,
    from_person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    to_person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    kind INTEGER NOT NULL DEFAULT 0 CHECK(kind BETWEEN 0 AND 4),
    topic TEXT NOT NULL DEFAULT '',
    weight REAL NOT NULL DEFAULT 1.0 CHECK(weight > 0)
) STRICT;
CREATE INDEX overlay_tie ON overlay(tie);
CREATE INDEX overlay_from ON overlay(from_person);
CREATE INDEX overlay_to ON overlay(to_person);

CREATE TABLE evidence(
    id INTEGER PRIMARY KEY,
    tie INTEGER NOT NULL REFERENCES tie(id) DEFERRABLE INITIALLY DEFERRED,
    kind INTEGER NOT NULL DEFAULT 0 CHECK(kind BETWEEN 0 AND 4),
    heard_from INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    conversation INTEGER REFERENCES conversation(id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL DEFAULT '',
    on_date TEXT CHECK(on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX evidence_tie ON evidence(tie);
CREATE INDEX evidence_heard_from ON evidence(heard_from) WHERE heard_from IS NOT NULL;
CREATE INDEX evidence_conversation ON evidence(conversation) WHERE conversation IS NOT NULL;

CREATE TABLE conversation(
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    zone_minutes INTEGER NOT NULL DEFAULT 0 CHECK(zone_minutes BETWEEN -1440 AND 1440),
    kind INTEGER NOT NULL DEFAULT 0 CHECK(kind BETWEEN 0 AND 6),
    staff INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL DEFAULT '',
    confidentiality INTEGER NOT NULL DEFAULT 1 CHECK(confidentiality BETWEEN 0 AND 2),
    reached INTEGER NOT NULL DEFAULT 1 CHECK(reached BETWEEN 0 AND 1),
    minutes INTEGER NOT NULL DEFAULT 0 CHECK(minutes >= 0),
    initiator INTEGER NOT NULL DEFAULT 0 CHECK(initiator BETWEEN 0 AND 2),
    mood INTEGER NOT NULL DEFAULT 0 CHECK(mood BETWEEN 0 AND 3),
    quote TEXT NOT NULL DEFAULT '',
    quote_consent INTEGER NOT NULL DEFAULT 0 CHECK(quote_consent BETWEEN 0 AND 2),
    convening TEXT NOT NULL DEFAULT '',
    source INTEGER NOT NULL DEFAULT 0 CHECK(source BETWEEN 0 AND 2)
) STRICT;
CREATE INDEX conversation_at ON conversation(at_ms);
CREATE INDEX conversation_staff ON conversation(staff) WHERE staff IS NOT NULL;

CREATE TABLE participant(
    id INTEGER PRIMARY KEY,
    conversation INTEGER NOT NULL REFERENCES conversation(id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    place INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX participant_conversation ON participant(conversation);
CREATE INDEX participant_person ON participant(person);

CREATE TABLE note_item(
    id INTEGER PRIMARY KEY,
    conversation INTEGER REFERENCES conversation(id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    kind INTEGER NOT NULL DEFAULT 0 CHECK(kind BETWEEN 0 AND 5),
    state INTEGER NOT NULL DEFAULT 0 CHECK(state BETWEEN 0 AND 5),
    text TEXT NOT NULL DEFAULT '',
    topic TEXT NOT NULL DEFAULT '',
    other INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX note_item_conversation ON note_item(conversation) WHERE conversation IS NOT NULL;
CREATE INDEX note_item_person ON note_item(person) WHERE person IS NOT NULL;
CREATE INDEX note_item_other ON note_item(other) WHERE other IS NOT NULL;

CREATE TABLE follow_up(
    id INTEGER PRIMARY KEY,
    conversation INTEGER REFERENCES conversation(id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    owner INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL DEFAULT '',
    due TEXT CHECK(due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    done TEXT CHECK(done GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX follow_up_conversation ON follow_up(conversation) WHERE conversation IS NOT NULL;
CREATE INDEX follow_up_person ON follow_up(person) WHERE person IS NOT NULL;
CREATE INDEX follow_up_owner ON follow_up(owner) WHERE owner IS NOT NULL;

CREATE TABLE map_view(
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    settings TEXT NOT NULL DEFAULT '{}',
    sort_order INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE map_position(
    id INTEGER PRIMARY KEY,
    view INTEGER NOT NULL REFERENCES map_view(id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    x REAL NOT NULL,
    y REAL NOT NULL,
    pinned INTEGER NOT NULL DEFAULT 0 CHECK(pinned BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX map_position_view ON map_position(view, person);
CREATE INDEX map_position_person ON map_position(person);

CREATE TABLE fact(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL CHECK(key <> ''),
    value TEXT NOT NULL
) STRICT;
CREATE INDEX fact_key ON fact(key);

CREATE TABLE history(
    number INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    author TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    zone_minutes INTEGER NOT NULL,
    schema_version INTEGER NOT NULL,
    state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 2),
    row_count INTEGER NOT NULL,
    raw_bytes INTEGER NOT NULL,
    stored_bytes INTEGER NOT NULL,
    packed INTEGER NOT NULL CHECK(packed BETWEEN 0 AND 1)
) STRICT;

CREATE TABLE history_chunk(
    id INTEGER PRIMARY KEY,
    step INTEGER NOT NULL,
    raw_bytes INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;
CREATE INDEX history_chunk_step ON history_chunk(step);

CREATE TABLE computed_position(
    id INTEGER PRIMARY KEY,
    view INTEGER NOT NULL,
    person INTEGER NOT NULL,
    x REAL NOT NULL,
    y REAL NOT NULL
) STRICT;
CREATE INDEX computed_position_view ON computed_position(view);
CREATE INDEX computed_position_person ON computed_position(person);

CREATE TABLE search_entry(
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 4),
    record INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_entry_record ON search_entry(record, kind);

CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3');

CREATE TABLE state(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    value TEXT NOT NULL
) STRICT;
)sql",
            .also = {}};
}

} // namespace weavemap::store
