// SPDX-License-Identifier: GPL-3.0-or-later
// People of the map on the clipboard: copied as text, cut and brought back, added from names.
#include <algorithm>
#include <map>
#include <set>

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMimeData>
#include <QUuid>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/Words.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapDesk.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapModel.h"
#include "ui/map/PastedText.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

constexpr int kMostNamed = 3; ///< by name in a question
const QString kCutMark = QStringLiteral("application/x-weavemap-cut");

std::string folded(const QString& name) { return foldForSearch(toUtf8(name)); }

/// What a pasted text comes to in this file.
struct PastePlan
{
    actions::PastedPeople add;
    std::size_t unclear = 0; ///< ties with a name that several people have
};

/// Names that somebody has are theirs, of namesakes theirs who are not archived; others are somebody new, each once.
PastePlan planPaste(const PastedText& text, const PeopleModel& people)
{
    std::map<std::string, std::vector<PersonId>> known, archived;
    for (int row = 0; row < people.rowCount(); ++row) {
        const Person& person = people.row(row).person;
        (person.archived ? archived : known)[foldForSearch(person.name)].push_back(person.id);
    }
    known.merge(archived); // only names that nobody else has
    // Those who are new come first, those who are known behind them: places are settled once all names are read.
    struct End
    {
        bool isKnown = false;
        std::size_t at = 0;
        bool isUnclear = false;
    };
    PastePlan plan;
    std::map<std::string, std::size_t> fresh;
    std::map<PersonId, std::size_t> chosen;
    const auto endOf = [&](const QString& name, const QString& email) -> End {
        const std::string key = folded(name);
        if (const auto found = known.find(key); found != known.end()) {
            for (const PersonId id : found->second)
                if (chosen.emplace(id, plan.add.known.size()).second)
                    plan.add.known.push_back(id);
            return {true, chosen.at(found->second.front()), found->second.size() > 1};
        }
        const auto [at, isNew] = fresh.emplace(key, plan.add.people.size());
        if (isNew)
            plan.add.people.push_back({toUtf8(name), toUtf8(email)});
        return {false, at->second, false};
    };
    std::vector<std::pair<End, End>> ties;
    for (const PastedLine& line : text.lines) {
        const End one = endOf(line.name, line.email);
        if (line.other.isEmpty())
            continue;
        const End other = endOf(line.other, {});
        if (one.isUnclear || other.isUnclear)
            ++plan.unclear;
        else if (one.isKnown != other.isKnown || one.at != other.at)
            ties.emplace_back(one, other);
    }
    std::set<std::pair<std::size_t, std::size_t>> drawn;
    for (const auto& [one, other] : ties) {
        const auto place = [&](const End& end) { return end.isKnown ? plan.add.people.size() + end.at : end.at; };
        const std::size_t a = place(one), b = place(other);
        if (drawn.insert({std::min(a, b), std::max(a, b)}).second)
            plan.add.ties.emplace_back(a, b);
    }
    return plan;
}

/// "Ana Ruiz, Bo Lind, Cy Moe and 4 others".
QString listed(const QStringList& names)
{
    const QString first = names.mid(0, kMostNamed).join(QStringLiteral(", "));
    const auto others = static_cast<int>(names.size()) - kMostNamed;
    return others > 0 ? QCoreApplication::translate("MapDesk", "%1 and %Ln others", nullptr, others).arg(first) : first;
}

} // namespace

/// Rows that a spreadsheet, or the map itself, takes: name, e-mail, role, organization, region. Who asked not to be
/// shown, or not by name, stays here. `left` counts them.
QStringList MapDesk::rowsToCopy(int& left) const
{
    QStringList rows;
    const auto cell = [](const std::string& text) { return toQString(text).simplified(); };
    const auto mayGo = [this](PersonId person) {
        const actions::RosterRow* row = m_office.people.find(person);
        return row != nullptr &&
               (row->person.consent == ShowConsent::unset || row->person.consent == ShowConsent::byName);
    };
    if (const TieId tie = m_parts.canvas.selectedTie()) {
        const auto found = m_office.session.records().ties.find(tie);
        if (found && *found && mayGo((*found)->a) && mayGo((*found)->b))
            rows.append(m_parts.edits.nameOf((*found)->a) + QLatin1Char('\t') + m_parts.edits.nameOf((*found)->b));
        else
            left = 1;
    }
    for (const PersonId person : chosen()) {
        if (!mayGo(person)) {
            ++left;
            continue;
        }
        const actions::RosterRow& row = *m_office.people.find(person);
        rows.append(QStringList{cell(row.person.name), cell(row.person.email), cell(row.person.role),
                                cell(row.organization), cell(row.person.region)}
                        .join(QLatin1Char('\t')));
    }
    return rows;
}

void MapDesk::copy()
{
    int left = 0;
    const QStringList rows = rowsToCopy(left);
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(rows.join(QLatin1Char('\n')));
    const QString what = rows.isEmpty() ? QString() : tr("%Ln rows copied.", "", static_cast<int>(rows.size()));
    Q_EMIT said(QStringList{what, leftOut(left)}.join(QLatin1Char(' ')).trimmed());
}

QString MapDesk::leftOut(int people)
{
    return people == 0 ? QString() : tr("%Ln left out, as they asked not to be shown by name.", "", people);
}

/// Whoever is cut waits in the archive with all that is theirs, and paste brings back the same people. The clipboard
/// has the same text as after `copy`, and a mark that says whose cut it is; it names nobody.
void MapDesk::cut()
{
    const auto people = chosen();
    if (people.empty() || m_parts.edits.isRefused())
        return;
    int left = 0;
    const QStringList rows = rowsToCopy(left);
    m_cut = {QUuid::createUuid().toByteArray(), people};
    auto* data = new QMimeData;
    data->setData(kCutMark, m_cut.mark);
    if (!rows.isEmpty())
        data->setText(rows.join(QLatin1Char('\n')));
    QGuiApplication::clipboard()->setMimeData(data);
    m_parts.edits.cut(people);
}

void MapDesk::paste()
{
    if (m_parts.edits.isRefused())
        return;
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data != nullptr && !m_cut.people.empty() && data->data(kCutMark) == m_cut.mark) {
        m_parts.edits.bringBack(m_cut.people);
        return;
    }
    const PastedText text = readPasted(data != nullptr ? data->text() : QString());
    if (text.lines.empty()) {
        Q_EMIT said(tr("There are no names to paste: one name a line, or two with a tab between them for a tie."));
        return;
    }
    PastePlan plan = planPaste(text, m_office.people);
    std::vector<PersonId> archived;
    QStringList fresh, back;
    for (const actions::PastedPerson& person : plan.add.people)
        fresh.append(toQString(person.name));
    for (const PersonId person : plan.add.known)
        if (const actions::RosterRow* row = m_office.people.find(person); row != nullptr && row->person.archived) {
            archived.push_back(person);
            back.append(toQString(row->person.name));
        }
    const auto people = static_cast<int>(plan.add.people.size()), ties = static_cast<int>(plan.add.ties.size());
    if (people == 0 && ties == 0 && archived.empty()) { // all of them are here
        QStringList here;
        for (const PersonId person : plan.add.known)
            here.append(m_parts.edits.nameOf(person));
        if (!here.isEmpty())
            Q_EMIT said(tr("Here already: %1.").arg(listed(here)));
        m_pasted = plan.add.known;
        choosePasted();
        return;
    }
    QStringList sentences;
    if (people > 1)
        sentences.append(tr("Not here yet: %1.").arg(listed(fresh)));
    if (people > 0 && ties == 0)
        sentences.append(tr("Only names and e-mail addresses are pasted, without ties or other details."));
    if (!back.isEmpty())
        sentences.append(tr("In the archive: %1. They come back with their ties.").arg(listed(back)));
    if (const auto here = static_cast<int>(plan.add.known.size() - archived.size()); here > 0)
        sentences.append(tr("%Ln of the names are here already and are chosen with them.", "", here));
    if (ties > 0 && people > 0)
        sentences.append(tr("%Ln people who are not here yet come along.", "", people));
    if (plan.unclear > 0)
        sentences.append(
            tr("%Ln ties are left out: several people have such a name.", "", static_cast<int>(plan.unclear)));
    if (text.unread > 0)
        sentences.append(tr("%Ln lines are no names and are left out.", "", text.unread));
    sentences.append(tr("One step to undo."));
    const QStringList& whom = people > 0 ? fresh : back;
    const QString who = whom.size() == 1 ? whom.front() : peopleCount(static_cast<int>(whom.size()));
    const QString title = ties > 0     ? tr("Draw %Ln ties?", "", ties)
                          : people > 0 ? tr("Add %1?").arg(who)
                                       : tr("Bring %1 back?").arg(who);
    const QString verb = ties > 0 ? tr("Draw") : people > 0 ? tr("Add") : tr("Bring back");
    const QPointF spot = spotForNew();
    if (m_office.dialogs.ask(&m_parts.place, {title,
                                              sentences.join(QLatin1Char(' ')),
                                              {{verb, AnswerRole::primary}, {tr("Cancel"), AnswerRole::cancel}}}) !=
            0 ||
        !m_parts.edits.canEdit())
        return;
    if (people > 0) {
        const std::vector<QPointF> spots = spotsNear(spot, plan.add.people.size());
        for (std::size_t i = 0; i < spots.size(); ++i) {
            const QPointF at = m_parts.canvas.toMap(spots[i]);
            plan.add.people[i].x = at.x();
            plan.add.people[i].y = at.y();
        }
    }
    m_parts.edits.paste(plan.add, archived);
}

void MapDesk::choosePasted()
{
    if (m_pasted.empty())
        return;
    std::vector<PersonId> there = m_pasted;
    std::erase_if(there, [this](PersonId person) { return m_parts.model.indexOf(person) < 0; });
    // Somebody whom filters hide never comes: it is enough that the answer is here.
    if (there.size() < m_pasted.size() && m_parts.model.isBusy())
        return;
    m_pasted.clear();
    m_parts.canvas.selectPeople(there);
}

} // namespace weavemap::ui
