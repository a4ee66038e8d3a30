// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/EntryRow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/conversations/EntrySummary.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/LevelChip.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

EntryRow::EntryRow(const QString& iconName, ColorRole iconRole, QWidget* parent)
    : QFrame(parent), m_summary(new EntrySummary(iconName, iconRole)), m_fields(new QWidget),
      m_body(new QVBoxLayout(m_fields)),
      m_problem(new TextLabel({}, TextStyle::second, ColorRole::danger, TextLabel::Lines::many)),
      m_remove(new IconButton(QStringLiteral("close"), tr("Leave out")))
{
    m_summary->setObjectName(QStringLiteral("entryLine"));
    m_problem->setObjectName(QStringLiteral("entryProblem"));
    m_problem->hide();
    m_remove->setObjectName(QStringLiteral("entryRemove"));
    m_remove->setSide(28);
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(space::k8);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::k4);
    texts->addWidget(m_summary);
    texts->addWidget(m_fields);
    texts->addWidget(m_problem);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(space::k4);
    row->addLayout(texts, 1);
    row->addWidget(m_remove, 0, Qt::AlignTop);
    connect(m_summary, &EntrySummary::clicked, this, &EntryRow::openRequested);
    connect(m_summary, &EntrySummary::removeRequested, this, &EntryRow::removeRequested);
    connect(m_remove, &IconButton::clicked, this, &EntryRow::removeRequested);
    m_summary->hide();
    present();
}

void EntryRow::setOpen()
{
    m_open = true;
    for (auto* box : m_fields->findChildren<QComboBox*>())
        box->installEventFilter(this);
    for (auto* box : m_fields->findChildren<QCheckBox*>())
        box->installEventFilter(this);
    present();
}

void EntryRow::fold()
{
    if (isBlank())
        return;
    m_open = false;
    present();
}

void EntryRow::takeFocus(Qt::FocusReason reason)
{
    QWidget* target = m_open ? firstField() : m_summary;
    target->setFocus(reason);
}

void EntryRow::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void EntryRow::addLevel(Confidentiality level)
{
    m_level = new LevelChip(tr("Who may see this line"));
    m_level->setObjectName(QStringLiteral("entryLevel"));
    m_level->setLevel(level);
    m_body->addWidget(m_level, 0, Qt::AlignLeft);
    m_stillReadable = new QWidget;
    auto* still = new QVBoxLayout(m_stillReadable);
    still->setContentsMargins(0, 0, 0, 0);
    still->setSpacing(space::k4);
    const QString mine = words(Confidentiality::onlyMe);
    auto* sentence =
        new TextLabel(tr("Staff can still read this sentence in the note, unless the whole call is “%1”.").arg(mine),
                      TextStyle::second, ColorRole::text, TextLabel::Lines::many);
    sentence->setObjectName(QStringLiteral("entryStillReadable"));
    still->addWidget(sentence);
    auto* whole = new LinkLabel(tr("Make the whole call “%1”").arg(mine), nullptr, TextStyle::second);
    whole->setObjectName(QStringLiteral("entryWholeCall"));
    still->addWidget(whole, 0, Qt::AlignLeft);
    m_body->addWidget(m_stillReadable);
    presentLevel();
    connect(m_level, &LevelChip::levelChosen, this, [this] {
        presentLevel();
        edited();
        m_level->setFocus(Qt::TabFocusReason); // its menu had the keyboard
        Q_EMIT levelChosen();
    });
    connect(whole, &LinkLabel::clicked, this, [this] {
        m_level->setFocus(Qt::TabFocusReason); // the link goes
        Q_EMIT callLevelRequested(Confidentiality::onlyMe);
    });
}

void EntryRow::presentLevel()
{
    m_stillReadable->setVisible(level() == Confidentiality::onlyMe && m_call < Confidentiality::onlyMe);
}

bool EntryRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && !isBlank()) {
            Q_EMIT done();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

Confidentiality EntryRow::level() const { return m_level ? m_level->level() : Confidentiality::shareable; }

void EntryRow::setCall(const Conversation& call, PersonId me)
{
    m_call = call.confidentiality;
    if (!m_level)
        return;
    QString whyNotMine;
    if (!me)
        whyNotMine = tr("Choose in Settings who you are to keep a line to yourself.");
    else if (call.staff && call.staff != me)
        whyNotMine = tr("Only who talked can keep a line to themselves.");
    m_level->setFloor(m_call, tr("The call is “%1”; no line of it can be looser.").arg(words(m_call)));
    m_level->setNotOnlyMine(whyNotMine);
    presentLevel();
    m_summary->setTexts(title(), secondWithLevel());
}

QString EntryRow::secondWithLevel() const
{
    const QString second = secondLine();
    if (level() <= m_call)
        return second;
    const QString who = words(level());
    return second.isEmpty() ? who : second + QStringLiteral(" \u00B7 ") + who;
}

void EntryRow::edited()
{
    m_summary->setTexts(title(), secondWithLevel());
    setProblem({});
    Q_EMIT changed();
}

void EntryRow::present()
{
    layout()->setContentsMargins(m_open ? QMargins(12, 10, 6, 12) : QMargins(0, 0, 0, 0));
    if (m_fields->layout()->count() > 0)
        m_summary->setTexts(title(), secondWithLevel());
    m_summary->setStruck(isLeftOut());
    m_remove->setIconName(isLeftOut() ? QStringLiteral("undo") : QStringLiteral("close"));
    m_remove->setName(isLeftOut() ? tr("Put back") : tr("Leave out"));
    m_fields->setVisible(m_open);
    m_summary->setVisible(!m_open);
    update();
}

void EntryRow::paintEvent(QPaintEvent*)
{
    if (!m_open)
        return;
    const Theme& theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(ColorRole::border), 1));
    painter.setBrush(theme.color(ColorRole::surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius::kMenu, radius::kMenu);
}

} // namespace weavemap::ui
