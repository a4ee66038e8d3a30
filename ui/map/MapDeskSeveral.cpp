// SPDX-License-Identifier: GPL-3.0-or-later
// What changes several people of the map at once: values, merging, the clipboard.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

#include "core/base/Text.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Words.h"
#include "ui/map/ChangeFieldDialog.h"
#include "ui/map/MapActions.h"
#include "ui/map/MapCanvas.h"
#include "ui/map/MapDesk.h"
#include "ui/map/MapEditActions.h"
#include "ui/map/MapEdits.h"
#include "ui/map/MapModel.h"
#include "ui/map/MergeDialog.h"
#include "ui/map/PastedText.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

constexpr double kApart = 34;           ///< px between people who were pasted
constexpr std::size_t kManyPeople = 12; ///< whose ties with each other are asked about: 66 and more
constexpr std::size_t kMostTiedPeople = 200;

std::string folded(const QString& name) { return foldForSearch(toUtf8(name)); }

/// What a pasted text comes to in this file.
struct PastePlan
{
    actions::PastedPeople add;
    std::size_t unclear = 0; ///< ties with a name that several people have
};

/// Names that somebody has are theirs; others are somebody new, each once.
PastePlan planPaste(const PastedText& text, const PeopleModel& people)
{
    std::map<std::string, std::vector<PersonId>> known;
    for (int row = 0; row < people.rowCount(); ++row)
        known[foldForSearch(people.row(row).person.name)].push_back(people.row(row).person.id);
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

} // namespace

void MapDesk::wireEdits()
{
    connect(m_actions->rename, &QAction::triggered, this, &MapDesk::rename);
    connect(m_actions->duplicate, &QAction::triggered, this, &MapDesk::duplicate);
    connect(m_actions->change, &QAction::triggered, this, &MapDesk::change);
    connect(m_actions->merge, &QAction::triggered, this, &MapDesk::merge);
    connect(m_actions->tieAll, &QAction::triggered, this, &MapDesk::tieAll);
    connect(m_actions->archive, &QAction::triggered, this, [this] { m_parts.edits.archive(chosen()); });
    connect(m_actions->endTie, &QAction::triggered, this, [this] {
        if (const TieId tie = m_parts.canvas.selectedTie())
            m_parts.edits.endTie(tie);
    });
    connect(m_actions->copy, &QAction::triggered, this, &MapDesk::copy);
    connect(m_actions->cut, &QAction::triggered, this, &MapDesk::cut);
    connect(m_actions->paste, &QAction::triggered, this, &MapDesk::paste);
    connect(&m_parts.edits, &MapEdits::pasted, this, [this](const std::vector<PersonId>& people) {
        m_pasted = people;
        choosePasted();
    });
    connect(&m_parts.edits, &MapEdits::merged, this, [this](PersonId kept) { m_parts.canvas.selectPeople({kept}); });
    connect(&m_parts.model, &MapModel::changed, this, &MapDesk::choosePasted);
}

void MapDesk::change()
{
    if (m_parts.edits.isRefused())
        return;
    const auto people = chosen();
    if (people.empty())
        return;
    const QString names =
        people.size() == 1 ? m_parts.edits.nameOf(people.front()) : peopleCount(static_cast<int>(people.size()));
    auto* dialog = new ChangeFieldDialog(m_office, m_parts.model, names, &m_parts.place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_office.session, &Session::closing, dialog, &QDialog::reject);
    connect(dialog, &ChangeFieldDialog::storeRequested, this, [this, dialog, people] {
        m_parts.edits.giveValue(people, dialog->field(), dialog->value(), dialog->fieldShown());
    });
    dialog->open();
}

void MapDesk::merge()
{
    if (m_parts.edits.isRefused())
        return;
    const auto people = chosen();
    if (people.size() == 2) {
        askToMerge(people[0], people[1]);
    } else if (people.size() == 1) {
        const PersonId keep = people.front();
        pick(tr("Merge with %1").arg(m_parts.edits.nameOf(keep)), keep, spotOf(keep),
             [this, keep](PersonId gone) { askToMerge(keep, gone); });
    }
}

void MapDesk::askToMerge(PersonId keep, PersonId gone)
{
    const PersonId me = m_office.session.me();
    if (gone == me) // who works here stays who they are
        std::swap(keep, gone);
    const auto preview = actions::previewMerge(m_office.session.records(), keep, gone, me);
    if (!preview) {
        Q_EMIT said(errorSentence(preview.error()));
        return;
    }
    auto* dialog = new MergeDialog(m_office, *preview, &m_parts.place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_office.session, &Session::closing, dialog, &QDialog::reject);
    connect(&m_office.session, &Session::personErased, dialog, &QDialog::reject);
    connect(dialog, &MergeDialog::mergeRequested, this, [this, dialog, me] {
        actions::PeopleMerge merge = dialog->merge();
        merge.me = me;
        m_parts.edits.merge(merge);
    });
    dialog->open();
}

void MapDesk::tieAll()
{
    if (m_parts.edits.isRefused())
        return;
    const auto people = chosen();
    if (people.size() < 2)
        return;
    const auto count = static_cast<int>(people.size());
    if (people.size() > kMostTiedPeople) {
        Q_EMIT said(tr("These are %1. At most %2 are tied with each other at once.")
                        .arg(peopleCount(count), formatCount(static_cast<qint64>(kMostTiedPeople))));
        return;
    }
    if (people.size() >= kManyPeople &&
        m_office.dialogs.ask(&m_parts.place,
                             {tr("Tie %1 with each other?").arg(peopleCount(count)),
                              tr("Up to %Ln ties are drawn in one step.", "", count * (count - 1) / 2),
                              {{tr("Draw the ties"), AnswerRole::primary}, {tr("Cancel"), AnswerRole::cancel}}}) != 0)
        return;
    m_parts.edits.tieAll(people);
}

/// Rows that a spreadsheet, or the map itself, takes: name, e-mail, role, organization, region. Who asked not to be
/// shown, or not by name, stays here.
void MapDesk::copy()
{
    QStringList rows;
    int left = 0;
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
    if (!rows.isEmpty())
        QGuiApplication::clipboard()->setText(rows.join(QLatin1Char('\n')));
    const QString who = left == 0 ? QString() : tr("%Ln left out, as they asked not to be shown by name.", "", left);
    const QString what = rows.isEmpty() ? QString() : tr("%Ln rows copied.", "", static_cast<int>(rows.size()));
    Q_EMIT said(QStringList{what, who}.join(QLatin1Char(' ')).trimmed());
}

void MapDesk::cut()
{
    if (m_parts.edits.isRefused())
        return;
    copy();
    m_parts.actions.remove->trigger();
}

void MapDesk::paste()
{
    if (m_parts.edits.isRefused())
        return;
    const PastedText text = readPasted(QGuiApplication::clipboard()->text());
    if (text.lines.empty()) {
        Q_EMIT said(tr("There are no names to paste: one name a line, or two with a tab between them for a tie."));
        return;
    }
    PastePlan plan = planPaste(text, m_office.people);
    const auto people = static_cast<int>(plan.add.people.size()), ties = static_cast<int>(plan.add.ties.size());
    if (people == 0 && ties == 0) { // all of them are here
        m_pasted = plan.add.known;
        choosePasted();
        return;
    }
    QStringList sentences;
    if (!plan.add.known.empty())
        sentences.append(tr("%Ln of the names are here already and are chosen with them.", "",
                            static_cast<int>(plan.add.known.size())));
    if (ties > 0 && people > 0)
        sentences.append(tr("%Ln people who are not here yet come along.", "", people));
    if (plan.unclear > 0)
        sentences.append(
            tr("%Ln ties are left out: several people have such a name.", "", static_cast<int>(plan.unclear)));
    if (text.unread > 0)
        sentences.append(tr("%Ln lines are no names and are left out.", "", text.unread));
    sentences.append(tr("One step to undo."));
    const QString title = ties > 0 ? tr("Draw %Ln ties?", "", ties) : tr("Add %1?").arg(peopleCount(people));
    const QPointF spot = spotForNew();
    if (m_office.dialogs.ask(&m_parts.place, {title,
                                              sentences.join(QLatin1Char(' ')),
                                              {{ties > 0 ? tr("Draw") : tr("Add"), AnswerRole::primary},
                                               {tr("Cancel"), AnswerRole::cancel}}}) != 0 ||
        !m_parts.edits.canEdit())
        return;
    const int columns = std::max(1, static_cast<int>(std::ceil(std::sqrt(people))));
    std::vector<QPointF> placed;
    for (int i = 0; i < people; ++i) {
        const QPointF px = nextFree(spot + QPointF(i % columns, i / columns) * kApart, placed);
        placed.push_back(px);
        const QPointF at = m_parts.canvas.toMap(px);
        actions::PastedPerson& person = plan.add.people[static_cast<std::size_t>(i)];
        person.x = at.x();
        person.y = at.y();
    }
    m_parts.edits.paste(plan.add);
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
