// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryPlace.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QListView>
#include <QPointer>
#include <QVBoxLayout>

#include "core/actions/Demo.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/Type.h"
#include "ui/history/HistoryDelegate.h"
#include "ui/history/HistoryModel.h"
#include "ui/session/Session.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kCardSide = 8, kCardTop = 4;
constexpr int kTallest = 8000; // px: no window shows more, so that no more rows are measured
} // namespace

HistoryPlace::HistoryPlace(Office& office, QWidget* parent)
    : Place(parent), m_office(office), m_model(new HistoryModel(office.session, this)), m_list(new QListView),
      m_empty(new EmptyState(QStringLiteral("history"), tr("Nothing has changed yet"),
                             tr("Every change shows here, and can be taken back tomorrow, too."), {})),
      m_subtitle(new TextLabel({}, TextStyle::base, ColorRole::muted)), m_undo(new Button(tr("Undo"))),
      m_redo(new Button(tr("Redo")))
{
    setObjectName(QStringLiteral("historyPlace"));
    m_list->setObjectName(QStringLiteral("historyList"));
    m_list->setAccessibleName(tr("History"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_undo->setObjectName(QStringLiteral("historyUndo"));
    m_undo->setIconName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("historyRedo"));
    m_redo->setIconName(QStringLiteral("redo"));

    auto* head = new QHBoxLayout;
    auto* titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(new TextLabel(tr("History"), TextStyle::page));
    titles->addWidget(m_subtitle);
    head->addLayout(titles, 1);
    head->setSpacing(space::k8);
    head->addWidget(m_undo, 0, Qt::AlignTop);
    head->addWidget(m_redo, 0, Qt::AlignTop);
    auto* card = new Card(Card::Kind::plain, Card::Padding::none);
    card->body()->setContentsMargins(kCardSide, kCardTop, kCardSide, kCardSide);
    card->body()->addWidget(m_list);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide, space::kPageTop);
    column->setSpacing(space::k16);
    column->addLayout(head);
    // The card grows to its rows and no further; what is left over goes below.
    column->addWidget(card, 1000);
    column->addWidget(m_empty, 1000);
    column->addStretch(1);

    connect(m_undo, &Button::clicked, this, [this] {
        if (const int count = stepsBack(); !takesSample(count) || mayTakeSample())
            step(Way::back, count);
    });
    connect(m_redo, &Button::clicked, this, [this] { step(Way::forth, stepsForth()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPlace::sync);
    connect(&office.session, &Session::undoStateChanged, this, &HistoryPlace::sync);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &HistoryPlace::sync);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &HistoryPlace::sync);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &HistoryPlace::sync);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HistoryPlace::sync);
    // A day's heading moves to the row that is now its first.
    connect(m_model, &QAbstractItemModel::rowsInserted, m_list, &QListView::doItemsLayout);
    connect(m_model, &QAbstractItemModel::rowsRemoved, m_list, &QListView::doItemsLayout);
    sync();
}

void HistoryPlace::enter()
{
    m_model->refresh();
    m_list->setFocus(Qt::OtherFocusReason);
}

int HistoryPlace::stepsBack() const
{
    const QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    return chosen.isEmpty() ? 1 : std::max(1, m_model->stepsTo(chosen.front().row()));
}

int HistoryPlace::stepsForth() const
{
    const QModelIndexList chosen = m_list->selectionModel()->selectedIndexes();
    return chosen.isEmpty() ? 1 : std::max(1, -m_model->stepsTo(chosen.front().row()));
}

bool HistoryPlace::takesSample(int count) const
{
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (m_model->stepsTo(row) == count)
            return toUtf8(m_model->index(row).data().toString()) == actions::kDemoLabel;
    return false;
}

bool HistoryPlace::mayTakeSample()
{
    const Question question{tr("Take the whole sample network away?"),
                            tr("Everybody in it goes, with all ties and conversations. Redo brings them back, until "
                               "something else is changed."),
                            {{tr("Take it away"), AnswerRole::destructive}, {tr("Keep it"), AnswerRole::cancel}}};
    return m_office.dialogs.ask(this, question) == 0;
}

void HistoryPlace::step(Way way, int count)
{
    m_stepping = true;
    sync();
    const auto next = [self = QPointer<HistoryPlace>(this), way, count](const Result<store::ChangeSet>& result) {
        if (!self)
            return;
        if (result && count > 1) {
            self->step(way, count - 1);
        } else {
            self->m_stepping = false;
            self->sync();
        }
    };
    if (way == Way::back)
        m_office.session.undo(next);
    else
        m_office.session.redo(next);
}

void HistoryPlace::sync()
{
    const Session& session = m_office.session;
    const bool writable = session.isOpen() && !session.isReadOnly();
    m_undo->setEnabled(writable && !m_stepping && session.canUndo());
    m_redo->setEnabled(writable && !m_stepping && session.canRedo());
    m_undo->setToolTip(session.canUndo() ? tr("Undo %1").arg(session.undoLabel()) : QString());
    m_redo->setToolTip(session.canRedo() ? tr("Redo %1").arg(session.redoLabel()) : QString());
    const int back = stepsBack(), forth = stepsForth();
    m_undo->setText(back > 1 ? tr("Undo %Ln changes", "", back) : tr("Undo"));
    m_redo->setText(forth > 1 ? tr("Redo %Ln changes", "", forth) : tr("Redo"));
    const int steps = m_model->rowCount(), reversible = m_model->reversible();
    QString words = tr("%Ln changes", "", steps);
    if (writable && reversible == steps)
        words = tr("%Ln changes; they can be undone, also tomorrow", "", steps);
    else if (writable && reversible > 0)
        words = tr("%1; the last %2 can be undone, also tomorrow").arg(words, formatCount(reversible));
    m_subtitle->setText(steps == 0 ? QString() : words);
    m_list->parentWidget()->setVisible(steps > 0);
    int rows = kCardTop + kCardSide + 2;
    for (int row = 0; row < steps && rows < kTallest; ++row)
        rows += m_list->sizeHintForIndex(m_model->index(row)).height();
    m_list->parentWidget()->setMaximumHeight(rows);
    m_empty->setVisible(steps == 0);
}

} // namespace weavemap::ui
