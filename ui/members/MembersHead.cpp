// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/MembersHead.h"

#include <QEvent>
#include <QHBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

MembersHead::MembersHead(TextLabel* count, QWidget* parent)
    : QWidget(parent), m_title(new TextLabel(tr("Members"), TextStyle::page)), m_count(count),
      m_import(new Button(tr("Import"))), m_add(new Button(tr("Add a person")))
{
    m_import->setObjectName(QStringLiteral("membersImport"));
    m_import->setIconName(QStringLiteral("import"));
    m_add->setObjectName(QStringLiteral("membersAdd"));
    m_add->setIconName(QStringLiteral("person-add"));
    for (Button* button : {m_import, m_add})
        button->setAccessibleName(button->text());
    m_wordsWidth = m_import->sizeHint().width() + m_add->sizeHint().width();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k8);
    row->addWidget(m_title, 0, Qt::AlignBaseline);
    row->addSpacing(space::k4);
    row->addWidget(m_count, 1, Qt::AlignBaseline);
    row->addWidget(m_import);
    row->addWidget(m_add);
}

void MembersHead::arrange()
{
    const int others = m_title->sizeHint().width() + m_count->sizeHint().width() + space::k4 + 4 * space::k8;
    const bool hasRoom = others + m_wordsWidth <= width();
    for (Button* button : {m_import, m_add}) {
        button->setText(hasRoom ? button->accessibleName() : QString());
        button->setToolTip(hasRoom ? QString() : button->accessibleName());
    }
}

bool MembersHead::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void MembersHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace weavemap::ui
