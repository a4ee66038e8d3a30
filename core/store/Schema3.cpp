// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Questions.h"
#include "core/store/SchemaSteps.h"

namespace weavemap::store {

// The rules for tables are in Schema1.cpp. The search tables hold copies only: a migration fills them again.
Migration schemaStep3()
{
    return {.lowestReader = 3, // version 2 would show everybody a field that is marked only me
            .sql = R"sql(
ALTER TABLE person ADD COLUMN nicknames TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN about_level INTEGER NOT NULL DEFAULT 1 CHECK(about_level BETWEEN 0 AND 2);
ALTER TABLE person ADD COLUMN about_by INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX person_about_by ON person(about_by) WHERE about_by IS NOT NULL;
ALTER TABLE note_item ADD COLUMN confidentiality INTEGER NOT NULL DEFAULT 0 CHECK(confidentiality BETWEEN 0 AND 2);
ALTER TABLE follow_up ADD COLUMN confidentiality INTEGER NOT NULL DEFAULT 0 CHECK(confidentiality BETWEEN 0 AND 2);

CREATE TABLE introduction(
    id INTEGER PRIMARY KEY,
    a INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    b INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    host INTEGER REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    proposed TEXT NOT NULL CHECK(proposed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    reason INTEGER NOT NULL DEFAULT 0 CHECK(reason BETWEEN 0 AND 7),
    why TEXT NOT NULL DEFAULT '',
    topic TEXT NOT NULL DEFAULT '',
    need INTEGER REFERENCES note_item(id) DEFERRABLE INITIALLY DEFERRED,
    offer INTEGER REFERENCES note_item(id) DEFERRABLE INITIALLY DEFERRED,
    conversation INTEGER REFERENCES conversation(id) DEFERRABLE INITIALLY DEFERRED,
    consent_a INTEGER NOT NULL DEFAULT 0 CHECK(consent_a BETWEEN 0 AND 3),
    consent_b INTEGER NOT NULL DEFAULT 0 CHECK(consent_b BETWEEN 0 AND 3),
    strength INTEGER NOT NULL DEFAULT 0 CHECK(strength BETWEEN 0 AND 7),
    state INTEGER NOT NULL DEFAULT 0 CHECK(state BETWEEN 0 AND 8),
    follow_up TEXT CHECK(follow_up GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    outcome TEXT NOT NULL DEFAULT '',
    confidentiality INTEGER NOT NULL DEFAULT 1 CHECK(confidentiality BETWEEN 0 AND 2),
    CHECK(a <> b)
) STRICT;
CREATE INDEX introduction_a ON introduction(a);
CREATE INDEX introduction_b ON introduction(b);
CREATE INDEX introduction_host ON introduction(host) WHERE host IS NOT NULL;
CREATE INDEX introduction_need ON introduction(need) WHERE need IS NOT NULL;
CREATE INDEX introduction_offer ON introduction(offer) WHERE offer IS NOT NULL;
CREATE INDEX introduction_conversation ON introduction(conversation) WHERE conversation IS NOT NULL;

CREATE TABLE introduction_step(
    id INTEGER PRIMARY KEY,
    introduction INTEGER NOT NULL REFERENCES introduction(id) DEFERRABLE INITIALLY DEFERRED,
    state INTEGER NOT NULL DEFAULT 0 CHECK(state BETWEEN 0 AND 8),
    on_date TEXT NOT NULL CHECK(on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
CREATE INDEX introduction_step_introduction ON introduction_step(introduction);

ALTER TABLE evidence ADD COLUMN introduction INTEGER REFERENCES introduction(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX evidence_introduction ON evidence(introduction) WHERE introduction IS NOT NULL;

CREATE TABLE apart_pair(
    id INTEGER PRIMARY KEY,
    a INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    b INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    why TEXT NOT NULL DEFAULT '',
    CHECK(a <> b)
) STRICT;
CREATE INDEX apart_pair_a ON apart_pair(a);
CREATE INDEX apart_pair_b ON apart_pair(b);

CREATE TABLE question(
    id INTEGER PRIMARY KEY,
    part INTEGER NOT NULL DEFAULT 0 CHECK(part BETWEEN 0 AND 9),
    text TEXT NOT NULL,
    fills INTEGER NOT NULL DEFAULT 0 CHECK(fills BETWEEN 0 AND 10),
    level INTEGER NOT NULL DEFAULT 0 CHECK(level BETWEEN 0 AND 4),
    retired INTEGER NOT NULL DEFAULT 0 CHECK(retired BETWEEN 0 AND 1),
    sort_order INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE asked_question(
    id INTEGER PRIMARY KEY,
    question INTEGER NOT NULL REFERENCES question(id) DEFERRABLE INITIALLY DEFERRED,
    conversation INTEGER NOT NULL REFERENCES conversation(id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX asked_question_question ON asked_question(question);
CREATE INDEX asked_question_conversation ON asked_question(conversation);
CREATE INDEX asked_question_person ON asked_question(person);

CREATE TABLE snooze(
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    made TEXT NOT NULL CHECK(made GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    until TEXT NOT NULL CHECK(until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    why TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX snooze_person ON snooze(person);

-- Topics are looked for by their words, and each is listed once however many rows have it.
CREATE INDEX note_item_topic ON note_item(topic) WHERE topic <> '';
CREATE INDEX overlay_topic ON overlay(topic) WHERE topic <> '';
CREATE INDEX introduction_topic ON introduction(topic) WHERE topic <> '';
CREATE TABLE search_topic(
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;
DROP TABLE search_entry;
CREATE TABLE search_entry(
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL CHECK(kind BETWEEN 0 AND 7),
    record INTEGER NOT NULL,
    place INTEGER NOT NULL,
    level INTEGER NOT NULL CHECK(level BETWEEN 0 AND 2),
    writer INTEGER
) STRICT;
CREATE UNIQUE INDEX search_entry_record ON search_entry(record, kind);
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = "unicode61 remove_diacritics 2", prefix = '1 2 3');
)sql",
            .also = addDefaultQuestions};
}

} // namespace weavemap::store
