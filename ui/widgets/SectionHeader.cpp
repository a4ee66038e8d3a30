// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SectionHeader.h"

#include <QHBoxLayout>

#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

SectionHeader::SectionHeader(const QString& title, const QString& remark, Level level, QWidget* parent)
    : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::k8);
    const bool page = level == Level::page;
    m_title = new TextLabel(title, page ? TextStyle::page : TextStyle::section);
    m_remark = new TextLabel(remark, page ? TextStyle::base : TextStyle::second, ColorRole::muted);
    if (page) {
        auto* const words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(m_title);
        words->addWidget(m_remark);
        m_row->addLayout(words);
    } else {
        m_row->addWidget(m_title, 0, Qt::AlignBaseline);
        m_row->addWidget(m_remark, 0, Qt::AlignBaseline);
    }
    m_remark->setVisible(!remark.isEmpty());
    m_row->addStretch(1);
}

void SectionHeader::setTitle(const QString& title) { m_title->setText(title); }

void SectionHeader::setRemark(const QString& remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void SectionHeader::addAtEnd(QWidget* widget) { m_row->addWidget(widget, 0, Qt::AlignVCenter); }

} // namespace weavemap::ui
