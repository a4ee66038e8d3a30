// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include "ui/base/ThemeController.h"
#include "ui/base/Type.h"

namespace weavemap::ui {

namespace {

/// Keeps the corners of a card round over content that fills it to the edge, such as a table.
class CornerCover : public QWidget
{
public:
    explicit CornerCover(QWidget* card) : QWidget(card)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        card->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::ChildAdded) {
            setGeometry(parentWidget()->rect());
            raise();
        }
        return QWidget::eventFilter(watched, event);
    }
    void paintEvent(QPaintEvent*) override
    {
        const Theme& theme = currentTheme();
        const QRectF edge = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        QPainterPath inside, outside;
        inside.addRoundedRect(edge, radius::kCard, radius::kCard);
        outside.addRect(rect());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillPath(outside.subtracted(inside), theme.color(ColorRole::window));
        painter.setPen(QPen(theme.color(ColorRole::border), 1));
        painter.drawPath(inside);
    }
};

} // namespace

Card::Card(Kind kind, Padding padding, QWidget* parent) : QFrame(parent), m_body(new QVBoxLayout(this))
{
    setProperty("role", kind == Kind::floating ? QStringLiteral("float") : QStringLiteral("card"));
    if (padding == Padding::none) {
        m_body->setContentsMargins(1, 1, 1, 1);
        new CornerCover(this);
    } else {
        m_body->setContentsMargins(space::kCardPadX, space::kCardPadY, space::kCardPadX, space::kCardPadY);
    }
    m_body->setSpacing(padding == Padding::none ? 0 : space::k8);
}

Hairline::Hairline(Qt::Orientation orientation, QWidget* parent) : QFrame(parent)
{
    setProperty("role", QStringLiteral("hairline"));
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

} // namespace weavemap::ui
