// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/TopBar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenuBar>

#include "ui/base/Type.h"
#include "ui/widgets/AppMark.h"
#include "ui/widgets/Button.h"
#include "ui/widgets/IconButton.h"
#include "ui/widgets/SearchField.h"

namespace weavemap::ui {

namespace {
constexpr int kSearchWidth = 400;
constexpr int kSearchLeast = 200;
} // namespace

TopBar::TopBar(QWidget* parent)
    : QFrame(parent), m_menuBar(new QMenuBar(this)),
      m_search(new SearchField(tr("Find people, calls, needs, topics"), this)),
      m_undo(new IconButton(QStringLiteral("undo"), tr("Undo"), this)),
      m_redo(new IconButton(QStringLiteral("redo"), tr("Redo"), this)),
      m_logCall(new Button(tr("Log a call"), Button::Kind::primary, this))
{
    setObjectName(QStringLiteral("topBar"));
    setProperty("role", QStringLiteral("bar"));
    setFixedHeight(size::kTopBar);
    m_menuBar->setObjectName(QStringLiteral("menuBar"));
    m_menuBar->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_search->setObjectName(QStringLiteral("globalSearch"));
    m_search->setAccessibleName(tr("Find"));
    m_search->setKeyHint(tr("Ctrl K"));
    m_undo->setObjectName(QStringLiteral("undoButton"));
    m_redo->setObjectName(QStringLiteral("redoButton"));
    m_logCall->setObjectName(QStringLiteral("logCallButton"));
    m_logCall->setIconName(QStringLiteral("call"));
    m_logCall->setToolTip(tr("Log a call  Ctrl+L"));

    auto* mark = new AppMark(20);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(space::k4);
    row->addWidget(mark);
    row->addSpacing(space::k8);
    row->addWidget(m_menuBar);
    row->addStretch();
    row->addWidget(m_undo);
    row->addWidget(m_redo);
    row->addSpacing(space::k8);
    row->addWidget(m_logCall);
}

void TopBar::setUndoActions(QAction* undo, QAction* redo)
{
    follow(m_undo, undo);
    follow(m_redo, redo);
}

void TopBar::follow(IconButton* button, QAction* action)
{
    const auto sync = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setName(action->text().remove(QLatin1Char('&')), action->shortcut().toString(QKeySequence::NativeText));
    };
    connect(action, &QAction::changed, button, sync);
    connect(button, &IconButton::clicked, action, &QAction::trigger);
    sync();
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    // Centred in the bar, moved aside by the menus or the buttons where they need the room.
    const int left = m_menuBar->geometry().right() + space::k16;
    const int right = m_undo->geometry().left() - space::k16;
    const int wide = qBound(kSearchLeast, right - left, kSearchWidth);
    const int x = qBound(left, (width() - wide) / 2, qMax(left, right - wide));
    m_search->setGeometry(x, (height() - size::kField) / 2, wide, size::kField);
}

} // namespace weavemap::ui
