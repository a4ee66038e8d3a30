// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/TieChooser.h"

#include <QCheckBox>
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
      m_depths(new QListWidget), m_together(new QCheckBox(tr("Work together now")))
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
    body()->addWidget(m_together);
    body()->addSpacing(space::k4);
    body()->addLayout(buttons);
    m_depths->installEventFilter(this);
    m_together->installEventFilter(this);
    connect(store, &Button::clicked, this, &Popover::accept);
    connect(cancel, &Button::clicked, this, &Popover::dismiss);
    connect(this, &Popover::closed, this, [this] { m_title->setText({}); });
}

void TieChooser::ask(PersonId a, PersonId b, const QString& nameA, const QString& nameB, QPoint at)
{
    m_a = a;
    m_b = b;
    m_title->setText(tr("Tie between %1 and %2").arg(nameA, nameB));
    m_depths->setCurrentRow(2);
    m_together->setChecked(false);
    openAt(at, m_depths);
}

TieDepth TieChooser::depth() const
{
    const QListWidgetItem* item = m_depths->currentItem();
    return item ? static_cast<TieDepth>(item->data(Qt::UserRole).toInt()) : TieDepth::exchange;
}

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
