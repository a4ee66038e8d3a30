// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/CallFoot.h"

#include <QHBoxLayout>

#include "ui/base/Type.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

namespace {
constexpr int kHeight = 76, kPromiseWidest = 240;
}

CallFoot::CallFoot(QWidget* parent)
    : QWidget(parent), m_promise(new TextLabel({}, TextStyle::second, ColorRole::muted, TextLabel::Lines::many)),
      m_store(new Button({}, Button::Kind::primary))
{
    setFixedHeight(kHeight);
    m_promise->setMaximumWidth(kPromiseWidest);
    auto* close = new Button(tr("Close, keep draft"));
    close->setObjectName(QStringLiteral("callClose"));
    m_store->setObjectName(QStringLiteral("callStore"));
    m_store->setKeyText(tr("Ctrl Enter"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, space::k8);
    row->setSpacing(space::k8);
    row->addWidget(m_promise, 1);
    row->addStretch();
    row->addWidget(close);
    row->addWidget(m_store);
    connect(close, &Button::clicked, this, &CallFoot::closeRequested);
    connect(m_store, &Button::clicked, this, &CallFoot::storeRequested);
    setFor(For::newCall);
}

void CallFoot::setFor(For what)
{
    const bool isStored = what == For::storedCall;
    m_store->setText(isStored ? tr("Store the changes") : tr("Store this call"));
    // The longer button leaves room for the shorter sentence.
    m_promise->setText((isStored ? tr("Nothing is stored yet.") : tr("Nothing is stored until you say so.")) +
                       QLatin1Char('\n') + tr("One undo takes it all back."));
}

} // namespace weavemap::ui
