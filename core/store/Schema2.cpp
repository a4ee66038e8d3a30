// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/SchemaSteps.h"

namespace weavemap::store {

Migration schemaStep2()
{
    return {.lowestReader = 1, // reading, version 1 takes every computed place for one in the network
            .sql = R"sql(
ALTER TABLE computed_position ADD COLUMN area INTEGER NOT NULL DEFAULT 0 CHECK(area BETWEEN 0 AND 2);

-- Version 1 told the area by how often a place was stored: once, twice or three times.
UPDATE computed_position SET area =
    (SELECT min(count(*), 3) - 1 FROM computed_position c
     WHERE c.view = computed_position.view AND c.person = computed_position.person);
DELETE FROM computed_position WHERE EXISTS
    (SELECT 1 FROM computed_position c
     WHERE c.view = computed_position.view AND c.person = computed_position.person AND c.id < computed_position.id);
)sql",
            .also = {}};
}

} // namespace weavemap::store
