// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PromiseRow.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "ui/base/Convert.h"
#include "ui/base/Type.h"
#include "ui/widgets/LinkLabel.h"
#include "ui/widgets/OverhangItem.h"
#include "ui/widgets/TextLabel.h"

namespace weavemap::ui {

PromiseRow::PromiseRow(const PromiseText& promise, Date today, QWidget* parent)
    : QFrame(parent), m_id(promise.id), m_check(new QCheckBox(this))
{
    m_check->setObjectName(QStringLiteral("promiseKept"));
    m_check->setAccessibleName(tr("Kept: %1").arg(promise.text));
    m_check->setToolTip(tr("Kept  X"));
    m_check->installEventFilter(this);
    auto* words = new TextLabel(promise.text, TextStyle::base, ColorRole::text, TextLabel::Lines::many);
    words->setTextFormat(Qt::PlainText);
    auto* due = new TextLabel(promise.due ? formatDue(*promise.due, today) : tr("no date"), TextStyle::control,
                              ColorRole::muted);
    if (promise.due && *promise.due < today)
        due->setColorRole(ColorRole::danger);
    else if (promise.due && *promise.due == today)
        due->setColorRole(ColorRole::warning);

    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(words);
    auto* under = new QHBoxLayout;
    under->setSpacing(space::k8);
    if (!promise.about.isEmpty()) {
        auto* about = new TextLabel(promise.about, TextStyle::caption, ColorRole::muted, TextLabel::Lines::elided);
        about->setTextFormat(Qt::PlainText);
        about->setToolTip(promise.about);
        // The link follows the words.
        about->setMaximumWidth(about->fontMetrics().horizontalAdvance(promise.about) + space::k4);
        under->addWidget(about, 1);
    }
    if (promise.conversation) {
        auto* call = new LinkLabel(promise.call, this, TextStyle::caption);
        call->setObjectName(QStringLiteral("promiseCall"));
        call->setAccessibleName(tr("%1: %2").arg(promise.call, promise.text));
        connect(call, &LinkLabel::clicked, this,
                [this, id = promise.conversation] { Q_EMIT conversationRequested(id); });
        under->addItem(new OverhangItem(call, lineHeight(TextStyle::base)));
    }
    if (under->count() > 0) {
        under->addStretch();
        texts->addLayout(under);
    } else {
        delete under;
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::k12);
    // On the middle of the first line of words.
    auto* box = new OverhangItem(m_check, words->fontMetrics().height());
    box->setAlignment(Qt::AlignTop);
    row->addItem(box);
    row->addLayout(texts, 1);
    row->addWidget(due, 0, Qt::AlignTop);
    connect(m_check, &QCheckBox::clicked, this, [this] { Q_EMIT kept(m_id); });
}

void PromiseRow::setEditable(bool editable) { m_check->setEnabled(editable); }

bool PromiseRow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_check || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->modifiers() != Qt::NoModifier)
        return false;
    switch (key->key()) {
    case Qt::Key_X:
        if (m_check->isEnabled() && !key->isAutoRepeat())
            m_check->click();
        return true;
    case Qt::Key_Up:
        Q_EMIT stepRequested(-1);
        return true;
    case Qt::Key_Down:
        Q_EMIT stepRequested(1);
        return true;
    default:
        return false;
    }
}

} // namespace weavemap::ui
