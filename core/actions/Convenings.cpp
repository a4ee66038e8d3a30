// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/actions/Convenings.h"

#include <string>
#include <utility>

#include "core/base/Text.h"
#include "core/store/Audience.h"

namespace weavemap::actions {

AttendanceCounts countsOf(const std::vector<Attendance>& attendance)
{
    AttendanceCounts counts;
    for (const Attendance& row : attendance) {
        counts.invited += row.invited ? 1 : 0;
        counts.registered += row.registered ? 1 : 0;
        counts.came += row.came ? 1 : 0;
    }
    return counts;
}

Result<ConveningId> putConvening(store::Records& records, Convening convening,
                                 const std::vector<Attendance>& attendance, PersonId me)
{
    const auto reader = store::Audience::office(me);
    if (convening.id) {
        WEAVEMAP_ASSIGN(const auto before, store::AudienceRecords(records, reader).find(convening.id));
        if (!before)
            return fail(ErrorCode::notFound, {"convening", convening.id.toString()});
        convening.writer = before->writer;
    }
    if (!convening.writer && (!convening.id || convening.confidentiality == Confidentiality::onlyMe))
        convening.writer = me;
    convening.title = std::string(trimmed(convening.title));
    if (!reader.mayRead(convening))
        return fail(ErrorCode::invalidArgument, {"convening", "onlyMe"});
    if (convening.id) {
        WEAVEMAP_TRY(records.convenings.update(convening));
    } else {
        WEAVEMAP_ASSIGN(convening.id, records.convenings.insert(convening));
    }
    for (Attendance row : attendance) {
        row.convening = convening.id;
        WEAVEMAP_TRY(records.convenings.put(row));
    }
    return convening.id;
}

} // namespace weavemap::actions
