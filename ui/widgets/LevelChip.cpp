// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/LevelChip.h"

#include <algorithm>
#include <iterator>

#include <QMenu>
#include <QStringList>

#include "ui/base/Icons.h"
#include "ui/base/Words.h"
#include "ui/widgets/RecordIcons.h"

namespace weavemap::ui {

namespace {

/// By their number, as the menu has them.
constexpr Confidentiality kLevels[]{Confidentiality::shareable, Confidentiality::staff, Confidentiality::onlyMe};

QString whoReads(Confidentiality level)
{
    switch (level) {
    case Confidentiality::shareable:
        return LevelChip::tr("It can appear in reports and exports.");
    case Confidentiality::staff:
        return LevelChip::tr("Staff see it. It never leaves the office.");
    case Confidentiality::onlyMe:
        return LevelChip::tr("Only you see it. It never leaves this file.");
    }
    return {};
}

} // namespace

LevelChip::LevelChip(const QString& what, QWidget* parent)
    : FilterChip({}, {}, End::chevron, parent), m_what(what), m_menu(new QMenu(this))
{
    for (const auto level : kLevels) {
        QAction* action = m_menu->addAction(ui::icon(confidentialityIcon(level)), words(level));
        action->setObjectName(QStringLiteral("level%1").arg(static_cast<int>(level)));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, level] {
            const bool isAnother = level != m_level;
            setLevel(level);
            if (isAnother)
                Q_EMIT levelChosen(level);
        });
    }
    m_menu->addSeparator();
    for (QAction*& reason : m_reasons) {
        reason = m_menu->addAction(QString());
        reason->setEnabled(false);
    }
    setMenu(m_menu);
    present();
}

void LevelChip::setLevel(Confidentiality level)
{
    m_level = level;
    present();
}

Confidentiality LevelChip::shownLevel() const { return std::max(m_level, m_floor); }

void LevelChip::setFloor(Confidentiality floor, const QString& why)
{
    m_floor = floor;
    m_whyNotLooser = why;
    present();
}

void LevelChip::setNotOnlyMine(const QString& why)
{
    m_whyNotMine = why;
    present();
}

void LevelChip::present()
{
    const Confidentiality shown = shownLevel();
    QStringList reasons;
    if (m_floor > Confidentiality::shareable)
        reasons << m_whyNotLooser;
    if (shown != Confidentiality::onlyMe && !m_whyNotMine.isEmpty())
        reasons << m_whyNotMine;
    for (const auto level : kLevels) {
        QAction* action = m_menu->actions().at(static_cast<int>(level));
        action->setChecked(level == shown);
        action->setEnabled(level >= m_floor &&
                           (level != Confidentiality::onlyMe || level == shown || m_whyNotMine.isEmpty()));
    }
    for (qsizetype i = 0; i < std::ssize(m_reasons); ++i) {
        m_reasons[static_cast<std::size_t>(i)]->setVisible(i < reasons.size());
        m_reasons[static_cast<std::size_t>(i)]->setText(reasons.value(i));
    }
    setValue(words(shown));
    setIconName(confidentialityIcon(shown));
    setAccessibleName(tr("%1: %2").arg(m_what, words(shown)));
    setAccessibleDescription((QStringList{whoReads(shown)} + reasons).join(QLatin1Char(' ')));
    setToolTip(accessibleDescription());
}

} // namespace weavemap::ui
