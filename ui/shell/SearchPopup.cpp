// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SearchPopup.h"

#include <algorithm>
#include <memory>

#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "core/store/Audience.h"
#include "ui/base/Convert.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/models/PeopleModel.h"
#include "ui/session/Session.h"
#include "ui/shell/SearchDelegate.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/RecordIcons.h"
#include "ui/widgets/SearchField.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {

constexpr int kWidth = 480;
constexpr int kTallest = 480;
constexpr std::size_t kEach = 8;

QString iconOf(const store::SearchHit& hit)
{
    switch (hit.kind) {
    case store::HitKind::person:
        return {};
    case store::HitKind::conversation:
        return QStringLiteral("call");
    case store::HitKind::item:
        return itemIcon(hit.itemKind);
    case store::HitKind::followUp:
        return QStringLiteral("promise");
    case store::HitKind::organization:
        return QStringLiteral("school");
    case store::HitKind::topic:
        return QStringLiteral("topic");
    case store::HitKind::introduction:
        return QStringLiteral("introductions");
    case store::HitKind::project:
        return itemIcon(NoteItemKind::project);
    case store::HitKind::convening:
        return QStringLiteral("calendar");
    }
    return {};
}

} // namespace

SearchPopup::SearchPopup(SearchField& field, Session& session, Jobs& jobs, PeopleModel& people, QWidget* window)
    : QFrame(window), m_field(field), m_session(session), m_jobs(jobs), m_people(people), m_window(window),
      m_list(new QListView), m_model(new QStandardItemModel(this)),
      m_nothing(new TextLabel({}, TextStyle::base, ColorRole::muted, TextLabel::Lines::elided)),
      m_add(new LinkLabel({}))
{
    setObjectName(QStringLiteral("searchPopup"));
    setProperty("role", QStringLiteral("float"));
    m_list->setObjectName(QStringLiteral("searchResults"));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false); // the card's own ground shows
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SearchDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_add->setObjectName(QStringLiteral("searchAddPerson"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 8, 4, 8);
    m_nothing->setContentsMargins(12, 4, 12, 0);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 4);
    row->addWidget(m_add);
    row->addStretch();
    column->addLayout(row);
    hide();

    m_field.installEventFilter(this);
    m_window->installEventFilter(this);
    connect(&m_field, &SearchField::textChanged, this, &SearchPopup::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(m_add, &LinkLabel::clicked, this, [this] {
        const QString name = m_field.text().trimmed();
        m_field.clear();
        Q_EMIT addPersonRequested(name);
    });
    const auto begin = [this] {
        m_job.cancel();
        m_field.setText({}); // not `clear`, which could be undone
        search();
    };
    connect(&session, &Session::closing, this, begin);
    connect(&session, &Session::personErased, this, begin);
    connect(&session, &Session::conversationErased, this, begin);
    connect(&session, &Session::changed, this, [this] {
        if (isVisible())
            search(); // what it shows may have another name, or be gone
    });
}

void SearchPopup::forget()
{
    m_model->clear();
    m_nothing->setText({});
    m_nothing->setToolTip({}); // of a sentence that was cut
    m_add->setText({});
}

void SearchPopup::search()
{
    forget();
    const QString words = m_field.text().trimmed();
    if (words.isEmpty() || !m_session.isOpen()) {
        hide();
        return;
    }
    const auto hits = m_session.records().search.find(toUtf8(words), m_session.me(), kEach);
    if (hits) {
        for (const store::SearchHit& hit : *hits) {
            auto* item = new QStandardItem(toQString(hit.title));
            item->setData(toQString(hit.snippet), SearchDelegate::kSnippet);
            item->setData(iconOf(hit), SearchDelegate::kIconName);
            item->setData(static_cast<int>(hit.kind), SearchDelegate::kTargetKind);
            item->setData(static_cast<qlonglong>(hit.id), SearchDelegate::kTargetId);
            if (hit.kind == store::HitKind::person) {
                item->setData(m_people.colourOf(PersonId{hit.id}), SearchDelegate::kColour);
                item->setData(m_people.isHeardFrom(PersonId{hit.id}), SearchDelegate::kHeard);
            }
            m_model->appendRow(item);
        }
    }
    const bool empty = m_model->rowCount() == 0;
    m_list->setVisible(!empty);
    m_nothing->setVisible(empty);
    m_add->setVisible(empty && hits && !m_session.isReadOnly());
    if (empty) {
        m_nothing->setText(hits ? tr("Nothing found for “%1”").arg(words) : errorSentence(hits.error()));
        m_add->setText(tr("Add a person named %1").arg(words));
    }
    if (!empty)
        m_list->setCurrentIndex(m_model->index(0, 0));
    place();
    show();
    raise();
}

void SearchPopup::place()
{
    int height = 16;
    for (int row = 0; row < m_model->rowCount() && height + m_list->sizeHintForRow(row) <= kTallest; ++row)
        height += m_list->sizeHintForRow(row); // whole rows only
    if (m_model->rowCount() == 0)
        height = 72;
    const QPoint below = m_field.mapTo(m_window, QPoint(m_field.width() / 2 - kWidth / 2, m_field.height() + 6));
    setGeometry(qMax(8, below.x()), below.y(), kWidth, qMin(height, kTallest));
}

void SearchPopup::move(int step)
{
    const int rows = m_model->rowCount();
    if (rows > 0)
        m_list->setCurrentIndex(m_model->index((m_list->currentIndex().row() + step + rows) % rows, 0));
}

void SearchPopup::choose(int row)
{
    const QModelIndex index = m_model->index(row, 0);
    if (!index.isValid())
        return;
    const auto id = index.data(SearchDelegate::kTargetId).toLongLong();
    const auto kind = static_cast<store::HitKind>(index.data(SearchDelegate::kTargetKind).toInt());
    const store::AudienceRecords readable(m_session.records(), store::Audience::office(m_session.me()));
    ConversationId conversation;
    PersonId person;
    switch (kind) {
    case store::HitKind::person:
        person = PersonId{id};
        break;
    case store::HitKind::conversation:
        conversation = ConversationId{id};
        break;
    case store::HitKind::item:
        openConversationOf(NoteItemId{id});
        break;
    case store::HitKind::followUp: {
        const auto followUp = m_session.records().conversations.find(FollowUpId{id});
        const auto may = followUp && *followUp ? readable.mayRead(**followUp) : Result<bool>(false);
        if (may && *may) {
            conversation = (*followUp)->conversation;
            person = (*followUp)->person;
        }
        break;
    }
    case store::HitKind::organization:
        for (int at = 0; at < m_people.rowCount() && !person; ++at)
            if (m_people.row(at).person.organization.value == id && m_people.row(at).current)
                person = m_people.row(at).person.id;
        break;
    case store::HitKind::topic:
        m_field.setText(index.data(Qt::DisplayRole).toString()); // finds what was said about it
        return;
    case store::HitKind::introduction:
        m_field.clear();
        Q_EMIT introductionChosen(IntroductionId{id});
        return;
    case store::HitKind::project:
        m_field.clear();
        Q_EMIT projectChosen(ProjectId{id});
        return;
    case store::HitKind::convening:
        m_field.clear();
        Q_EMIT conveningChosen(ConveningId{id});
        return;
    }
    m_field.clear();
    if (conversation)
        Q_EMIT conversationChosen(conversation);
    else if (person)
        Q_EMIT personChosen(person);
}

void SearchPopup::openConversationOf(NoteItemId item)
{
    auto reader = m_session.openReader();
    if (!reader)
        return;
    const std::shared_ptr<store::Reader> shared = std::move(*reader);
    m_job.cancel();
    m_job = m_jobs.run<ConversationId>(
        this,
        [shared, item, me = m_session.me()](const RunContext&) -> Result<ConversationId> {
            const store::AudienceRecords readable(shared->records(), store::Audience::office(me));
            WEAVEMAP_ASSIGN(const auto items, readable.items());
            const auto found =
                std::find_if(items.begin(), items.end(), [item](const NoteItem& other) { return other.id == item; });
            if (found == items.end())
                return fail(ErrorCode::notFound, {"item", item.toString()});
            return found->conversation;
        },
        [this](Result<ConversationId> conversation) {
            if (conversation && *conversation)
                Q_EMIT conversationChosen(*conversation);
        });
}

bool SearchPopup::keyPressed(int key)
{
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex().row());
        return true;
    default:
        return false;
    }
}

bool SearchPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_field && event->type() == QEvent::KeyPress && isVisible())
        return keyPressed(static_cast<QKeyEvent*>(event)->key());
    if (watched == &m_field && event->type() == QEvent::FocusOut && isVisible() && !underMouse())
        hide();
    if (watched == &m_field && event->type() == QEvent::FocusIn && !m_field.text().isEmpty())
        search();
    if (watched == m_window && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace weavemap::ui
