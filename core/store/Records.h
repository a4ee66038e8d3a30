// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/Convenings.h"
#include "core/store/Conversations.h"
#include "core/store/Introductions.h"
#include "core/store/People.h"
#include "core/store/Projects.h"
#include "core/store/Questions.h"
#include "core/store/Search.h"
#include "core/store/Ties.h"
#include "core/store/Views.h"

namespace weavemap::store {

class Database;

/// All repositories over one connection. A change gets one that may write; a Reader's may not (writes fail with
/// workspaceReadOnly).
class Records
{
public:
    explicit Records(Database& database)
        : people(database), ties(database), conversations(database), introductions(database), convenings(database),
          projects(database), questions(database), views(database), search(database), m_database(&database)
    {}

    People people;
    Ties ties;
    Conversations conversations;
    Introductions introductions;
    Convenings convenings;
    Projects projects;
    Questions questions;
    Views views;
    Search search;

    Database& database() const { return *m_database; }

private:
    Database* m_database;
};

} // namespace weavemap::store
