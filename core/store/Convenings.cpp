// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Convenings.h"

#include "core/store/Database.h"
#include "core/store/Requirements.h"

namespace weavemap::store {

namespace {

std::string selectConvenings(std::string_view rest)
{
    std::string sql = "SELECT id, title, on_date, kind, form, place, purpose, writer, confidentiality FROM convening ";
    return sql.append(rest);
}

std::string selectAttendance(std::string_view rest)
{
    std::string sql = "SELECT id, convening, person, invited, registered, came FROM attendance ";
    return sql.append(rest);
}

Convening readConvening(Statement& row)
{
    Convening convening;
    convening.id = row.id<ConveningId>(0);
    convening.title = row.text(1);
    convening.on = row.date(2).value_or(Date());
    convening.kind = row.as<ConveningKind>(3);
    convening.form = row.as<ConveningForm>(4);
    convening.place = row.text(5);
    convening.purpose = row.text(6);
    convening.writer = row.id<PersonId>(7);
    convening.confidentiality = row.as<Confidentiality>(8);
    return convening;
}

Attendance readAttendance(Statement& row)
{
    return {
        row.id<AttendanceId>(0), row.id<ConveningId>(1), row.id<PersonId>(2), row.flag(3), row.flag(4), row.flag(5)};
}

} // namespace

Result<std::vector<Convening>> Convenings::all() const
{
    return m_database->list(selectConvenings("ORDER BY on_date DESC, id DESC"), readConvening);
}

Result<std::optional<Convening>> Convenings::find(ConveningId id) const
{
    return m_database->first(selectConvenings("WHERE id = ?1"), readConvening, id);
}

Result<std::size_t> Convenings::count() const
{
    WEAVEMAP_ASSIGN(const auto convenings, m_database->integer("SELECT count(*) FROM convening"));
    return static_cast<std::size_t>(convenings);
}

Result<ConveningId> Convenings::insert(Convening convening)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(convening));
    WEAVEMAP_TRY(requirePersonOrNone(*m_database, convening.writer));
    convening.id = givenOrNew(*m_database, convening.id);
    WEAVEMAP_TRY(m_database->run("INSERT INTO convening(id, title, on_date, kind, form, place, purpose, writer,"
                                 " confidentiality) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                                 convening.id, convening.title, convening.on, convening.kind, convening.form,
                                 convening.place, convening.purpose, convening.writer, convening.confidentiality));
    return convening.id;
}

Result<> Convenings::update(const Convening& convening)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(validate(convening));
    WEAVEMAP_ASSIGN(const auto before, find(convening.id));
    if (!before)
        return fail(ErrorCode::notFound, {"convening", convening.id.toString()});
    if (*before == convening)
        return {};
    WEAVEMAP_TRY(requirePersonOrNone(*m_database, convening.writer));
    return m_database->run("UPDATE convening SET title = ?2, on_date = ?3, kind = ?4, form = ?5, place = ?6,"
                           " purpose = ?7, writer = ?8, confidentiality = ?9 WHERE id = ?1",
                           convening.id, convening.title, convening.on, convening.kind, convening.form, convening.place,
                           convening.purpose, convening.writer, convening.confidentiality);
}

Result<> Convenings::remove(ConveningId id)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    WEAVEMAP_TRY(requireRow(*m_database, "SELECT 1 FROM convening WHERE id = ?1", "convening", id.value));
    WEAVEMAP_TRY(m_database->run("DELETE FROM attendance WHERE convening = ?1", id));
    WEAVEMAP_TRY(m_database->run("UPDATE project SET convening = NULL WHERE convening = ?1", id));
    return m_database->run("DELETE FROM convening WHERE id = ?1", id);
}

Result<std::vector<Attendance>> Convenings::attendance() const
{
    return m_database->list(selectAttendance("ORDER BY convening, id"), readAttendance);
}

Result<std::vector<Attendance>> Convenings::attendance(ConveningId convening) const
{
    return m_database->list(selectAttendance("WHERE convening = ?1 ORDER BY id"), readAttendance, convening);
}

Result<std::vector<Attendance>> Convenings::attendanceOf(PersonId person) const
{
    return m_database->list(selectAttendance("WHERE person = ?1 ORDER BY id"), readAttendance, person);
}

Result<> Convenings::put(const Attendance& attendance)
{
    WEAVEMAP_TRY(requireWritable(*m_database));
    const bool isNothing = !attendance.invited && !attendance.registered && !attendance.came;
    if (!isNothing)
        WEAVEMAP_TRY(validate(attendance));
    WEAVEMAP_TRY(
        requireRow(*m_database, "SELECT 1 FROM convening WHERE id = ?1", "convening", attendance.convening.value));
    WEAVEMAP_TRY(requirePerson(*m_database, attendance.person));
    WEAVEMAP_ASSIGN(const auto before, m_database->first(selectAttendance("WHERE convening = ?1 AND person = ?2"),
                                                         readAttendance, attendance.convening, attendance.person));
    if (isNothing)
        return before ? m_database->run("DELETE FROM attendance WHERE id = ?1", before->id) : Result<>();
    if (!before)
        return m_database->run("INSERT INTO attendance(id, convening, person, invited, registered, came)"
                               " VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
                               givenOrNew(*m_database, attendance.id), attendance.convening, attendance.person,
                               attendance.invited, attendance.registered, attendance.came);
    Attendance wanted = attendance;
    wanted.id = before->id;
    if (wanted == *before)
        return {};
    return m_database->run("UPDATE attendance SET invited = ?2, registered = ?3, came = ?4 WHERE id = ?1", wanted.id,
                           wanted.invited, wanted.registered, wanted.came);
}

} // namespace weavemap::store
