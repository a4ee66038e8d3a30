// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallFacts.h"

#include <QDateTimeEdit>
#include <QMenu>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Icons.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/FilterChip.h"
#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/RecordIcons.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr std::int64_t kHourMs = 3'600'000;
}

QString whoSees(Confidentiality confidentiality)
{
    switch (confidentiality) {
    case Confidentiality::shareable:
        return CallFacts::tr("May be shared: it can appear in reports and exports.");
    case Confidentiality::staff:
        return CallFacts::tr("Staff see this note. It never leaves the office.");
    case Confidentiality::onlyMe:
        return CallFacts::tr("Only you see this note. It never leaves this file.");
    }
    return {};
}

CallFacts::CallFacts(QWidget* parent)
    : QWidget(parent), m_kindMenu(new QMenu(this)), m_whenMenu(new QMenu(this)), m_shownMenu(new QMenu(this)),
      m_kindChip(new FilterChip({}, {}, Chip::End::chevron)), m_whenChip(new FilterChip({}, {}, Chip::End::chevron)),
      m_shownChip(new FilterChip({}, {}, Chip::End::chevron)), m_missed(new Chip(tr("Not reached"))),
      m_more(new Button(tr("More"), Button::Kind::link)), m_whenEdit(new QDateTimeEdit),
      m_whenProblem(new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many))
{
    m_kindChip->setObjectName(QStringLiteral("callKind"));
    m_kindChip->setMenu(m_kindMenu);
    m_whenChip->setObjectName(QStringLiteral("callWhen"));
    m_whenChip->setMenu(m_whenMenu);
    m_shownChip->setObjectName(QStringLiteral("callConfidentiality"));
    m_shownChip->setMenu(m_shownMenu);
    m_missed->setObjectName(QStringLiteral("callMissed"));
    m_missed->setCheckable(true);
    m_missed->setToolTip(tr("A missed call counts as an attempt, not as a contact"));
    m_more->setObjectName(QStringLiteral("callMore"));
    m_whenEdit->setObjectName(QStringLiteral("callWhenEdit"));
    m_whenEdit->setAccessibleName(tr("Day and time of the talk"));
    m_whenEdit->setCalendarPopup(true);
    m_whenEdit->setDisplayFormat(QStringLiteral("d MMM yyyy  HH:mm"));
    m_whenEdit->hide();
    m_whenProblem->setObjectName(QStringLiteral("callWhenProblem"));
    m_whenProblem->hide();
    fillMenus();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::k4);
    auto* flow = new FlowLayout(nullptr, space::k8, space::k8);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_kindChip), static_cast<QWidget*>(m_whenChip), static_cast<QWidget*>(m_whenEdit),
          static_cast<QWidget*>(m_shownChip), static_cast<QWidget*>(m_missed), static_cast<QWidget*>(m_more)})
        flow->addWidget(widget);
    column->addLayout(flow);
    column->addWidget(m_whenProblem);

    connect(m_missed, &Chip::toggled, this, &CallFacts::changed);
    connect(m_more, &Button::clicked, this, [this] {
        m_moreOpen = !m_moreOpen;
        m_more->setText(m_moreOpen ? tr("Less") : tr("More"));
        Q_EMIT moreToggled(m_moreOpen);
    });
    connect(m_whenEdit, &QDateTimeEdit::dateTimeChanged, this, [this](const QDateTime& moment) {
        // The field shows the moment's own clock; so it is read.
        const QDateTime local(moment.date(), moment.time(), Qt::OffsetFromUTC, m_when.zoneMinutes * 60);
        setWhen(toInstant(local));
    });
}

void CallFacts::fillMenus()
{
    for (const auto kind :
         {ConversationKind::call, ConversationKind::video, ConversationKind::inPerson, ConversationKind::email,
          ConversationKind::group, ConversationKind::hallway, ConversationKind::journal})
        connect(m_kindMenu->addAction(icon(kindIcon(kind)), words(kind)), &QAction::triggered, this, [this, kind] {
            m_kind = kind;
            present();
            Q_EMIT changed();
        });
    for (const auto shown : {Confidentiality::shareable, Confidentiality::staff, Confidentiality::onlyMe})
        connect(m_shownMenu->addAction(icon(confidentialityIcon(shown)), words(shown)), &QAction::triggered, this,
                [this, shown] { setLevel(shown); });
    const auto addWhen = [this](const QString& text, std::int64_t ago) {
        connect(m_whenMenu->addAction(text), &QAction::triggered, this, [this, ago] {
            m_whenEdit->hide();
            setWhen({m_now.unixMs - ago, m_now.zoneMinutes});
        });
    };
    addWhen(tr("Now"), 0);
    addWhen(tr("An hour ago"), kHourMs);
    addWhen(tr("Yesterday at this time"), 24 * kHourMs);
    m_whenMenu->addSeparator();
    connect(m_whenMenu->addAction(tr("Another day or time")), &QAction::triggered, this, [this] {
        m_whenEdit->show();
        m_whenEdit->setFocus(Qt::OtherFocusReason);
        m_whenEdit->setSelectedSection(QDateTimeEdit::DaySection);
    });
}

void CallFacts::setLevel(Confidentiality level)
{
    m_confidentiality = level;
    present();
    Q_EMIT changed();
}

void CallFacts::setWhen(Instant when)
{
    m_when = when;
    m_source = when == m_now ? EntrySource::live : EntrySource::afterwards;
    setWhenProblem({});
    present();
    Q_EMIT changed();
}

void CallFacts::setInput(const CallInput& input, Instant now)
{
    const Conversation& call = input.conversation;
    m_kind = call.kind;
    m_confidentiality = call.confidentiality;
    m_source = call.source;
    m_when = call.when;
    m_now = now;
    m_whenEdit->hide();
    setWhenProblem({});
    const QSignalBlocker quiet(m_missed);
    m_missed->setChecked(!call.reached);
    present();
}

void CallFacts::read(CallInput& input) const
{
    Conversation& call = input.conversation;
    call.kind = m_kind;
    call.confidentiality = m_confidentiality;
    if (!input.isEdit())
        call.source = m_source;
    call.when = m_when;
    call.reached = !m_missed->isChecked();
}

void CallFacts::present()
{
    m_kindChip->setValue(words(m_kind));
    m_kindChip->setAccessibleName(tr("Kind: %1").arg(words(m_kind)));
    const QString moment = formatMoment(m_when, m_now.localDate());
    // An older day is said shortly, so that the chips stay in one row.
    const Date today = m_now.localDate();
    const int ago = daysBetween(m_when.localDate(), today);
    m_whenChip->setValue(
        ago == 0 || ago == 1
            ? moment
            : tr("%1, %2").arg(formatDate(m_when.localDate(), DateStyle::dayShort, today), formatTime(m_when)));
    m_whenChip->setAccessibleName(tr("When: %1").arg(moment));
    m_shownChip->setValue(words(m_confidentiality));
    m_shownChip->setIconName(confidentialityIcon(m_confidentiality));
    m_shownChip->setAccessibleName(tr("Who may see it: %1").arg(words(m_confidentiality)));
    const QSignalBlocker quiet(m_whenEdit);
    const QDateTime when = toQDateTime(m_when);
    m_whenEdit->setDateTime(QDateTime(when.date(), when.time()));
}

void CallFacts::setWhenProblem(const QString& sentence)
{
    m_whenProblem->setText(sentence);
    m_whenProblem->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        m_whenChip->setFocus(Qt::OtherFocusReason);
}

bool CallFacts::isMoreOpen() const { return m_moreOpen; }

void CallFacts::setMoreOpen()
{
    if (!m_moreOpen)
        m_more->click();
}

} // namespace weavemap::ui
