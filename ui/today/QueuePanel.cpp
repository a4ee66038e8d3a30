// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/QueuePanel.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QVBoxLayout>

#include "core/actions/CallQueue.h"
#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/today/QueueDelegate.h"
#include "ui/today/QueueModel.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/SectionHeader.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kPageFrom = 620; // narrower, the buttons of a row would be cut

/// A sentence and the link behind it, which take no more room than their words.
QHBoxLayout* sentenceRow(TextLabel* sentence, std::initializer_list<LinkLabel*> links)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::k8);
    row->addWidget(sentence, 1);
    for (LinkLabel* link : links)
        row->addWidget(link, 0, Qt::AlignTop);
    row->addStretch();
    return row;
}

void setSentence(TextLabel* label, const QString& text)
{
    label->setVisible(!text.isEmpty());
    label->setText(text);
    label->setMaximumWidth(label->fontMetrics().horizontalAdvance(text) + 4);
}

Button* shownButton(QWidget* actions, const char* object)
{
    return actions == nullptr ? nullptr : actions->findChild<Button*>(QString::fromLatin1(object));
}

} // namespace

QueuePanel::QueuePanel(Office& office, QWidget* parent)
    : QWidget(parent), m_office(office), m_model(new QueueModel(office.people, this)),
      m_delegate(new QueueDelegate(this)), m_list(new QListView), m_head(new SectionHeader(tr("Call next"))),
      m_card(new Card(Card::Kind::plain, Card::Padding::none)),
      m_empty(new EmptyState(QStringLiteral("today"), {}, {}, tr("Log a call"))),
      m_aside(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_asideLink(new LinkLabel({}, nullptr, TextStyle::second)),
      m_leftOut(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_leftOutLink(new LinkLabel(tr("Show them"), nullptr, TextStyle::second)),
      m_allBack(new LinkLabel(tr("Bring all back"), nullptr, TextStyle::second))
{
    m_list->setObjectName(QStringLiteral("callQueue"));
    m_empty->setObjectName(QStringLiteral("callQueueEmpty"));
    m_list->setAccessibleName(tr("Call next"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_asideLink->setObjectName(QStringLiteral("showNeverReached"));
    m_leftOutLink->setObjectName(QStringLiteral("showLeftOut"));
    m_allBack->setObjectName(QStringLiteral("bringAllBack"));
    m_aside->setObjectName(QStringLiteral("neverReachedText"));
    m_leftOut->setObjectName(QStringLiteral("leftOutText"));
    m_card->body()->setContentsMargins(1, 1, 1, 1);
    m_card->body()->addWidget(m_list);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, space::kPageTop);
    layout->setSpacing(space::k8);
    layout->addWidget(m_head);
    // The card grows to its rows and no further; what is left over goes below.
    layout->addWidget(m_card, 1000);
    layout->addWidget(m_empty, 1000);
    layout->addLayout(sentenceRow(m_aside, {m_asideLink}));
    layout->addLayout(sentenceRow(m_leftOut, {m_leftOutLink, m_allBack}));
    layout->addStretch(1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { openRow(now.row()); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT briefRequested(m_model->personAt(index.row())); });
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        if (m_deserted)
            Q_EMIT importRequested();
        else if (!m_today.neverReached.empty() && m_today.coverage.heard > 0)
            show(Shown::neverReached);
        else if (m_today.neverReached.empty() && !m_today.leftOut.empty())
            show(Shown::leftOut);
        else
            Q_EMIT logCallRequested({});
    });
    connect(m_asideLink, &LinkLabel::clicked, this,
            [this] { show(m_shown == Shown::neverReached ? Shown::callNext : Shown::neverReached); });
    connect(m_leftOutLink, &LinkLabel::clicked, this,
            [this] { show(m_shown == Shown::leftOut ? Shown::callNext : Shown::leftOut); });
    connect(m_allBack, &LinkLabel::clicked, this, [this] {
        std::vector<PersonId> people;
        for (const actions::QueueRow& row : m_today.leftOut)
            people.push_back(row.entry.person);
        bringBack(people);
    });
}

void QueuePanel::present(const actions::Today& today, bool deserted)
{
    m_today = today;
    m_deserted = deserted;
    if ((m_shown == Shown::leftOut && today.leftOut.empty()) ||
        (m_shown == Shown::neverReached && today.neverReached.empty()))
        m_shown = Shown::callNext;
    presentList();
    presentAside();
    presentEmpty();
    measureRows(); // the sentences below may take another room now
}

void QueuePanel::forget()
{
    m_shown = Shown::callNext;
    m_open = {};
    present({}, true);
}

void QueuePanel::show(Shown shown)
{
    m_shown = shown;
    present(actions::Today(m_today), m_deserted);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
}

void QueuePanel::presentList()
{
    const auto& rows = m_shown == Shown::leftOut        ? m_today.leftOut
                       : m_shown == Shown::neverReached ? m_today.neverReached
                                                        : m_today.callNext;
    m_model->adopt(rows, m_today.on);
    m_head->setVisible(!m_deserted);
    m_head->setTitle(m_shown == Shown::leftOut        ? tr("Left out for now")
                     : m_shown == Shown::neverReached ? tr("Never reached")
                                                      : tr("Call next"));
    const auto count = static_cast<int>(m_shown == Shown::leftOut        ? m_today.leftOut.size()
                                        : m_shown == Shown::neverReached ? m_today.neverReachedCount
                                                                         : m_today.callNextCount);
    const auto listed = static_cast<qsizetype>(rows.size());
    m_head->setRemark(rows.empty()                 ? QString()
                      : m_shown == Shown::callNext ? tr("%L1 of %Ln who are due", "", count).arg(listed)
                      : listed < count             ? tr("%L1 of %Ln", "", count).arg(listed)
                                                   : QString());
    m_card->setVisible(!rows.empty());
    if (!rows.empty() && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    else
        openRow(m_list->currentIndex().row());
}

void QueuePanel::presentAside()
{
    const auto never = static_cast<int>(m_today.neverReachedCount);
    const bool showing = m_shown == Shown::neverReached;
    setSentence(m_aside, never == 0 ? QString()
                         : showing  ? tr("Nobody has talked with these members yet.")
                                    : tr("%Ln members have never been reached. They are kept apart so that they do not "
                                          "crowd the list.",
                                         "", never));
    m_asideLink->setVisible(never > 0);
    m_asideLink->setText(showing ? tr("Show the others") : tr("Show them"));
    const auto out = static_cast<int>(m_today.leftOut.size());
    setSentence(m_leftOut, out == 0 ? QString() : tr("%Ln members are left out for now.", "", out));
    m_leftOutLink->setVisible(out > 0);
    m_leftOutLink->setText(m_shown == Shown::leftOut ? tr("Show the others") : tr("Show them"));
    m_allBack->setVisible(out > 0 && m_shown == Shown::leftOut && !m_office.session.isReadOnly());
}

void QueuePanel::presentEmpty()
{
    m_empty->setVisible(m_model->rowCount() == 0);
    if (m_deserted) {
        m_empty->actionButton()->setText(tr("Bring a list"));
        m_empty->setTexts(tr("Nobody here yet"), tr("Bring a list, or log a call: people are added as you name them."));
        return;
    }
    m_empty->actionButton()->setText(tr("Log a call"));
    const auto never = static_cast<int>(m_today.neverReachedCount);
    if (never > 0 && m_today.coverage.heard == 0) {
        m_empty->setTexts(tr("Nobody has been heard from yet"), tr("The first call takes a minute."));
    } else if (never > 0) {
        m_empty->actionButton()->setText(tr("Show them"));
        m_empty->setTexts(tr("Nothing is due"), tr("%Ln members never reached would be glad of a call.", "", never));
    } else if (!m_today.leftOut.empty()) {
        m_empty->actionButton()->setText(tr("Show them"));
        m_empty->setTexts(tr("Nothing is due"), tr("Everyone who is due is left out for now."));
    } else {
        m_empty->setTexts(tr("Nothing is due"), tr("Every member has been heard from in time."));
    }
}

PersonId QueuePanel::current() const { return m_model->personAt(m_list->currentIndex().row()); }

void QueuePanel::measureRows()
{
    m_delegate->setWidth(m_list->viewport()->width());
    fitActions();
    // Where not all rows have room, no row is cut: the open one and as many others as are shown whole. Going through
    // them with the keyboard keeps it so, whichever is open.
    constexpr int kEdges = 2, kLeastOthers = 1;
    const int rows = m_model->rowCount();
    if (rows == 0)
        return;
    const QModelIndex open = m_model->index(std::max(0, m_list->currentIndex().row()));
    const int fit = (roomForRows() - kEdges - m_delegate->heightOf(open)) / QueueDelegate::kRowHeight;
    const int others = std::clamp(fit, std::min(kLeastOthers, rows - 1), rows - 1);
    const int card = kEdges + m_delegate->heightOf(open) + others * QueueDelegate::kRowHeight;
    const PersonId person = m_model->personAt(open.row());
    const bool isAsBefore = card == m_card->maximumHeight() && person == m_aligned;
    m_aligned = person;
    m_card->setMaximumHeight(card);
    // Who looks further down stays there while nothing has moved.
    if (isAsBefore)
        return;
    Q_EMIT m_delegate->sizeHintChanged(open);
    // Once the list has the height that it gets now.
    QMetaObject::invokeMethod(this, &QueuePanel::alignRows, Qt::QueuedConnection);
}

void QueuePanel::alignRows()
{
    const QModelIndex open = m_list->currentIndex();
    if (!open.isValid())
        return;
    m_list->scrollTo(open);
    QScrollBar* bar = m_list->verticalScrollBar();
    for (int row = 0; row <= open.row(); ++row)
        if (const int top = m_list->visualRect(m_model->index(row)).top(); top >= 0) {
            bar->setValue(bar->value() + top);
            return;
        }
}

int QueuePanel::roomForRows() const
{
    const QMargins margins = layout()->contentsMargins();
    int room = height() - margins.top() - margins.bottom();
    for (int at = 0; at < layout()->count(); ++at) {
        QLayoutItem* item = layout()->itemAt(at);
        if (item->isEmpty() || item->widget() == m_card || item->spacerItem() != nullptr)
            continue;
        const int width = contentsRect().width();
        room -=
            layout()->spacing() + (item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height());
    }
    return room - layout()->spacing(); // before the stretch below all
}

void QueuePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    measureRows();
}

void QueuePanel::openRow(int row)
{
    m_delegate->setCurrentRow(row);
    measureRows();
    const PersonId person = m_model->personAt(row);
    const bool isOther = m_open != person;
    for (int at = 0; at < m_model->rowCount(); ++at)
        if (m_list->indexWidget(m_model->index(at)) != nullptr && (at != row || isOther))
            m_list->setIndexWidget(m_model->index(at), nullptr);
    m_open = person;
    if (!person)
        return;
    QWidget* there = m_list->indexWidget(m_model->index(row));
    // The buttons of the row stay, and the keyboard in them, as long as they are the right ones.
    const bool isLeftOut = m_shown == Shown::leftOut;
    if (there != nullptr && (shownButton(there, "queueBringBack") != nullptr) == isLeftOut)
        return;
    m_list->setIndexWidget(m_model->index(row), rowActions(person));
    fitActions();
}

void QueuePanel::fitActions()
{
    QWidget* actions = m_list->indexWidget(m_list->currentIndex());
    if (Button* page = shownButton(actions, "queueOpenPage")) // its key works all the same
        page->setVisible(m_list->viewport()->width() >= kPageFrom);
}

QWidget* QueuePanel::rowActions(PersonId person)
{
    auto* actions = new QWidget;
    auto* layout = new QHBoxLayout(actions);
    layout->setContentsMargins(QueueDelegate::kTextLeft, 0, space::k8, 14);
    layout->setSpacing(space::k8);
    const auto add = [&](const QString& text, const char* object, const QString& key, Button::Kind kind,
                         auto&& pressed) {
        auto* button = new Button(text, kind);
        button->setObjectName(QString::fromLatin1(object));
        button->setKeyText(key);
        layout->addWidget(button, 0, Qt::AlignBottom);
        connect(button, &Button::clicked, this, pressed);
        return button;
    };
    using Kind = Button::Kind;
    const bool writable = !m_office.session.isReadOnly();
    add(tr("Brief"), "queueBrief", tr("Enter"), Kind::normal, [this, person] { Q_EMIT briefRequested(person); });
    add(tr("Log a call"), "queueLogCall", QStringLiteral("L"), Kind::normal, [this, person] {
        Q_EMIT logCallRequested(person);
    })->setEnabled(writable);
    if (m_shown == Shown::leftOut) {
        add(tr("Bring back"), "queueBringBack", QStringLiteral("B"), Kind::normal, [this, person] {
            bringBack({person});
        })->setEnabled(writable);
    } else {
        add(tr("Later"), "queueLater", QStringLiteral("S"), Kind::normal, [this] { putOff(); })->setEnabled(writable);
        add(tr("Not now"), "queueNotNow", QStringLiteral("N"), Kind::quiet, [this, person] {
            leaveOut(person, m_today.on.addDays(1));
        })->setEnabled(writable);
    }
    add(tr("Page"), "queueOpenPage", QStringLiteral("P"), Kind::quiet,
        [this, person] { Q_EMIT personRequested(person); });
    layout->addStretch();
    return actions;
}

void QueuePanel::putOff()
{
    const PersonId person = current();
    QWidget* actions = m_list->indexWidget(m_list->currentIndex());
    Button* button = shownButton(actions, "queueLater");
    if (!person || button == nullptr)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("laterMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Date today = m_today.on;
    const Date monday = today.addDays(8 - today.weekday());
    std::vector<std::pair<QString, Date>> days{{tr("Tomorrow"), today.addDays(1)},
                                               {tr("In three days"), today.addDays(3)},
                                               {tr("Next Monday"), monday},
                                               {tr("In two weeks"), today.addDays(14)},
                                               {tr("In a month"), today.addMonths(1)},
                                               {tr("In three months"), today.addMonths(3)}};
    // By date, and no day twice: on a Sunday tomorrow is next Monday.
    std::stable_sort(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    days.erase(std::unique(days.begin(), days.end(), [](const auto& a, const auto& b) { return a.second == b.second; }),
               days.end());
    for (const auto& [words, day] : days)
        connect(menu->addAction(QStringLiteral("%1\t%2").arg(words, formatDate(day, DateStyle::dayShort, today))),
                &QAction::triggered, this, [this, person, until = day] { leaveOut(person, until); });
    menu->setActiveAction(menu->actions().constFirst());
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void QueuePanel::leaveOut(PersonId person, Date until)
{
    const QString label = tr("%1 left out of the queue until %2")
                              .arg(m_office.people.nameOf(person), formatDate(until, DateStyle::dayShort, m_today.on));
    const QString sentence = tr("%1 comes up again on %2. Ctrl+Z takes it back.")
                                 .arg(m_office.people.nameOf(person), formatDate(until, DateStyle::day, m_today.on));
    m_office.session.change(
        label,
        [person, on = m_today.on, until](store::Records& records) {
            return actions::leaveOut(records, person, on, until);
        },
        [panel = QPointer<QueuePanel>(this), sentence](const Result<store::ChangeSet>& stored) {
            if (panel && stored)
                Q_EMIT panel->said(sentence);
        });
}

void QueuePanel::bringBack(const std::vector<PersonId>& people)
{
    if (people.empty())
        return;
    const QString label = people.size() == 1 ? tr("%1 back in the queue").arg(m_office.people.nameOf(people.front()))
                                             : tr("%Ln members back in the queue", "", static_cast<int>(people.size()));
    m_office.session.change(label, [people](store::Records& records) { return actions::bringBack(records, people); });
}

bool QueuePanel::pressKey(int key)
{
    const char* object = nullptr;
    switch (key) {
    case Qt::Key_L:
        object = "queueLogCall";
        break;
    case Qt::Key_S:
        object = "queueLater";
        break;
    case Qt::Key_N:
        object = "queueNotNow";
        break;
    case Qt::Key_B:
        object = "queueBringBack";
        break;
    case Qt::Key_P:
        object = "queueOpenPage";
        break;
    default:
        return false;
    }
    if (Button* button = shownButton(m_list->indexWidget(m_list->currentIndex()), object))
        button->click();
    return true; // a letter of its own is no search in the list
}

bool QueuePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list->viewport() && event->type() == QEvent::Resize)
        measureRows();
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::NoModifier && pressKey(key->key()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace weavemap::ui
