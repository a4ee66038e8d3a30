// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Import.h"

#include <algorithm>
#include <unordered_map>

#include "core/actions/Colours.h"
#include "core/actions/MapData.h"
#include "core/actions/PeoplePlanner.h"
#include "core/actions/TiePlanner.h"

namespace weavemap::actions {

bool ImportPlan::isEmpty() const
{
    return organizations.empty() && attributes.empty() && people.empty() && changedPeople.empty() && values.empty() &&
           ties.empty() && changedTies.empty() && overlays.empty() && changedOverlays.empty() && evidence.empty() &&
           facts.empty();
}

namespace {

/// Further columns of ties that are not empty, and the topics of ties without a direction: a topic belongs to what one
/// person goes to another for.
std::vector<std::string> columnsLeftOut(const exchange::ImportedNetwork& network)
{
    std::vector<bool> isFilled(network.tieColumns.size(), false);
    bool topicLost = false;
    for (const exchange::ImportedTie& tie : network.ties) {
        for (const std::size_t column : network.furtherTieColumns)
            if (column < tie.attributes.size() && !tie.attributes[column].empty())
                isFilled[column] = true;
        topicLost = topicLost || (!tie.directed && !tie.topic.empty());
    }
    const auto topic = network.facts.mapping.find(exchange::Field::topic);
    std::vector<std::string> leftOut;
    for (std::size_t column = 0; column < isFilled.size(); ++column)
        if (isFilled[column] ||
            (topicLost && topic != network.facts.mapping.end() && topic->second == network.tieColumns[column]))
            leftOut.push_back(network.tieColumns[column]);
    return leftOut;
}

/// Puts the rows and what was noticed in them in the order of the file. Nothing is noticed about a line of which
/// nothing is taken: why it is left out is all there is to know of it.
void sortByLine(ImportPlan& plan)
{
    const auto isEarlier = [](const auto& left, const auto& right) { return left.line < right.line; };
    if (!std::is_sorted(plan.rows.begin(), plan.rows.end(), isEarlier)) // a list of one kind is
        std::stable_sort(plan.rows.begin(), plan.rows.end(), isEarlier);
    if (plan.notices.empty())
        return;
    std::unordered_map<std::size_t, bool> isTaken;
    for (const ImportRow& row : plan.rows)
        isTaken[row.line] |= row.fate != RowFate::rejected && row.fate != RowFate::selfLoop;
    std::erase_if(plan.notices, [&isTaken](const exchange::RowIssue& notice) {
        const auto row = isTaken.find(notice.line);
        return row != isTaken.end() && !row->second;
    });
    std::stable_sort(plan.notices.begin(), plan.notices.end(), isEarlier);
}

} // namespace

Result<ImportPlan> planImport(ImportBasis& basis, const exchange::ImportedNetwork& network,
                              const ImportOptions& options, IdMint& ids, const RunContext& run)
{
    ImportPlan plan;
    plan.notices = network.notices;
    plan.leftOutColumns = columnsLeftOut(network);
    plan.statedPeople = network.statedPeople;
    plan.statedTies = network.statedTies;
    for (const exchange::RowIssue& issue : network.rejected) {
        ImportRow row;
        row.line = issue.line;
        row.what = network.kind == exchange::ReadAs::members ? ImportRow::What::person : ImportRow::What::tie;
        row.fate = RowFate::rejected;
        row.reason = issue.reason;
        if (issue.reason.code == ErrorCode::missingEnd && issue.reason.args.size() > 1)
            (issue.reason.args[0] == "source" ? row.other : row.text) = issue.reason.args[1];
        plan.rows.push_back(std::move(row));
        ++plan.rejected;
    }

    PeoplePlanner people(basis, network, options, ids, plan);
    WEAVEMAP_TRY(people.run(run));
    TiePlanner ties(basis, network, options, ids, people, plan);
    WEAVEMAP_TRY(ties.run(run));
    people.finish();
    sortByLine(plan);
    return plan;
}

namespace {

constexpr std::size_t kPollEvery = 1024;

/// Runs `write` over all rows; stops between rows where the user asked to.
template <class Rows, class Write>
Result<> writeAll(const Rows& rows, const RunContext& run, Write write)
{
    std::size_t count = 0;
    for (const auto& row : rows) {
        if (count++ % kPollEvery == 0 && run.cancelled())
            return fail(ErrorCode::cancelled);
        WEAVEMAP_TRY(write(row));
    }
    return {};
}

} // namespace

Result<> commitImport(store::Records& records, const ImportPlan& plan, const RunContext& run)
{
    store::People& people = records.people;
    store::Ties& ties = records.ties;
    const auto insertPerson = [&people](const auto& row) { return people.insert(row); };
    const auto updatePerson = [&people](const auto& row) { return people.update(row); };
    const auto insertTie = [&ties](const auto& row) { return ties.insert(row); };
    const auto updateTie = [&ties](const auto& row) { return ties.update(row); };
    WEAVEMAP_TRY(writeAll(plan.organizations, run, insertPerson));
    WEAVEMAP_TRY(writeAll(plan.attributes, run, insertPerson));
    WEAVEMAP_TRY(writeAll(plan.people, run, insertPerson));
    WEAVEMAP_TRY(writeAll(plan.changedPeople, run, updatePerson));
    run.progress(0.2);
    WEAVEMAP_TRY(writeAll(plan.values, run, [&people](const store::AttributeValue& value) {
        return people.setAttribute(value.person, value.attribute, value.value);
    }));
    run.progress(0.4);
    WEAVEMAP_TRY(writeAll(plan.ties, run, insertTie));
    WEAVEMAP_TRY(writeAll(plan.changedTies, run, updateTie));
    run.progress(0.6);
    WEAVEMAP_TRY(writeAll(plan.overlays, run, insertTie));
    WEAVEMAP_TRY(writeAll(plan.changedOverlays, run, updateTie));
    run.progress(0.8);
    WEAVEMAP_TRY(writeAll(plan.evidence, run, insertTie));
    for (const auto& [key, value] : plan.facts)
        WEAVEMAP_TRY(records.views.setFact(key, value));
    if (!plan.people.empty())
        WEAVEMAP_TRY(mainViewMade(records));
    if (!plan.people.empty() || !plan.changedPeople.empty() || !plan.values.empty())
        WEAVEMAP_TRY(settleColours(records));
    run.progress(1.0);
    return {};
}

} // namespace weavemap::actions
