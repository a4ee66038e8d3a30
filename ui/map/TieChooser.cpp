// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/TieChooser.h"

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include "ui/base/Type.h"
#include "ui/base/Words.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kWidth = 264;
constexpr int kRow = 28;
} // namespace

TieChooser::TieChooser(const Settings& settings, QWidget* parent)
    : Popover(settings, parent),
      m_title(new TextLabel({}, TextStyle::baseBold, ColorRole::text, TextLabel::Lines::many)),
      m_depths(new QListWidget), m_contact(new QComboBox), m_together(new QCheckBox(tr("Work together now")))
{
    setObjectName(QStringLiteral("tieChooser"));
    setAccessibleName(tr("What kind of tie"));
    setFixedWidth(kWidth);
    m_depths->setObjectName(QStringLiteral("tieChooserDepths"));
    m_depths->setAccessibleName(tr("How deep"));
    m_depths->setFrameShape(QFrame::NoFrame);
    m_depths->viewport()->setAutoFillBackground(false);
    m_depths->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const TieDepth depth : {TieDepth::aware, TieDepth::talked, TieDepth::exchange, TieDepth::rely}) {
        auto* item = new QListWidgetItem(words(depth), m_depths);
        item->setData(Qt::UserRole, static_cast<int>(depth));
        item->setSizeHint({kWidth - 40, kRow});
    }
    m_depths->setFixedHeight(4 * kRow + 12);
    m_contact->setObjectName(QStringLiteral("tieChooserContact"));
    m_contact->setAccessibleName(tr("How often"));
    for (const TieContact contact :
         {TieContact::unknown, TieContact::yearly, TieContact::eachTerm, TieContact::monthly, TieContact::weekly})
        m_contact->addItem(contact == TieContact::unknown ? tr("How often: not said") : words(contact),
                           static_cast<int>(contact));
    m_together->setObjectName(QStringLiteral("tieChooserTogether"));
    auto* store = new Button(tr("Store this tie"), Button::Kind::primary);
    store->setObjectName(QStringLiteral("tieChooserStore"));
    store->setHeight(Button::Height::small);
    auto* cancel = new Button(tr("Cancel"), Button::Kind::quiet);
    cancel->setObjectName(QStringLiteral("tieChooserCancel"));
    cancel->setHeight(Button::Height::small);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(store);
    buttons->addWidget(cancel);
    buttons->addStretch();
    body()->setContentsMargins(space::k16, space::k12, space::k16, space::k12);
    body()->addWidget(m_title);
    body()->addWidget(m_depths);
    body()->addWidget(m_contact);
    body()->addWidget(m_together);
    body()->addSpacing(space::k4);
    body()->addLayout(buttons);
    m_depths->installEventFilter(this);
    m_contact->installEventFilter(this);
    m_together->installEventFilter(this);
    connect(store, &Button::clicked, this, &Popover::accept);
    connect(cancel, &Button::clicked, this, &Popover::dismiss);
    connect(this, &Popover::closed, this, [this] { m_title->setText({}); });
}

void TieChooser::ask(PersonId a, PersonId b, const QString& nameA, const QString& nameB, const QLineF& line,
                     const QRect& room, const std::optional<Tie>& known)
{
    m_a = a;
    m_b = b;
    m_title->setText(tr("Tie between %1 and %2").arg(nameA, nameB));
    const Tie tie = known.value_or(Tie());
    m_depths->setCurrentRow(std::max(0, static_cast<int>(tie.depth) - static_cast<int>(TieDepth::aware)));
    m_contact->setCurrentIndex(m_contact->findData(static_cast<int>(tie.contact)));
    m_together->setChecked(tie.collaboration == Collaboration::now);
    openBeside(line, room, m_depths);
}

TieDepth TieChooser::depth() const
{
    const QListWidgetItem* item = m_depths->currentItem();
    return item ? static_cast<TieDepth>(item->data(Qt::UserRole).toInt()) : TieDepth::exchange;
}

TieContact TieChooser::contact() const { return static_cast<TieContact>(m_contact->currentData().toInt()); }

Collaboration TieChooser::collaboration() const
{
    return m_together->isChecked() ? Collaboration::now : Collaboration::never;
}

bool TieChooser::eventFilter(QObject* watched, QEvent* event)
{
    // A list would keep Enter and Escape to itself.
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            keyPressEvent(static_cast<QKeyEvent*>(event));
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

} // namespace weavemap::ui
