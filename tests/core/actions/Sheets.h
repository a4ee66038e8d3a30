// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "Office.h"
#include "core/actions/Import.h"
#include "core/exchange/CsvNetworkReader.h"
#include "core/exchange/CsvReader.h"

namespace actionstest {

/// What a CSV text says, read as the program reads it.
inline exchange::ImportedNetwork sheet(const std::string& csv, exchange::ReadAs as,
                                       exchange::TieDirection direction = exchange::TieDirection::asTheFileSays)
{
    exchange::ReadOptions options;
    options.as = as;
    options.direction = direction;
    return got(exchange::networkOfSheet(got(exchange::readCsv(csv, options, "test.csv")), options, "test.csv"));
}

inline exchange::ImportedNetwork members(const std::string& csv) { return sheet(csv, exchange::ReadAs::members); }
inline exchange::ImportedNetwork ties(const std::string& csv) { return sheet(csv, exchange::ReadAs::ties); }
inline exchange::ImportedNetwork arcs(const std::string& csv)
{
    return sheet(csv, exchange::ReadAs::ties, exchange::TieDirection::directed);
}

/// Plans and stores, as one step.
inline actions::ImportPlan import(Office& office, const exchange::ImportedNetwork& network,
                                  actions::ImportOptions options = {})
{
    if (options.fileName.empty())
        options.fileName = std::string("test.csv");
    options.on = kToday;
    actions::ImportBasis basis = got(actions::readImportBasis(office.records()));
    actions::ImportPlan plan = got(actions::planImport(basis, network, options, office.ids()));
    got(office.change([&plan](store::Records& records) { return actions::commitImport(records, plan); }));
    return plan;
}

inline Person byId(Office& office, const std::string& sourceId)
{
    const auto found = got(office.records().people.findBySourceId(sourceId));
    if (found.size() != 1)
        qFatal("%zu people with the id %s", found.size(), sourceId.c_str());
    return found.front();
}

inline Tie between(Office& office, const std::string& one, const std::string& other)
{
    return office.tieBetween(byId(office, one).id, byId(office, other).id);
}

} // namespace actionstest
