// SPDX-License-Identifier: GPL-3.0-or-later
// What changes several people of the map at once: values, merging, ties.
#include <QAction>

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
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {
constexpr std::size_t kManyPeople = 12; ///< whose ties with each other are asked about: 66 and more
constexpr std::size_t kMostTiedPeople = 200;
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

} // namespace weavemap::ui
