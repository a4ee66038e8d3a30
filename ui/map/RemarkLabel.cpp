// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/RemarkLabel.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/base/ThemeController.h"

namespace weavemap::ui {

namespace {

constexpr double kUnder = 3.5; ///< px from the lower edge to the line under the words
constexpr int kPad = 4;        ///< px beside them

class RemarkAccess : public QAccessibleWidget
{
public:
    explicit RemarkAccess(RemarkLabel* label) : QAccessibleWidget(label, QAccessible::StaticText), m_label(label) {}

    QAccessible::Role role() const override
    {
        return m_label->isPressable() ? QAccessible::Button : QAccessible::StaticText;
    }
    QString text(QAccessible::Text what) const override
    {
        return what == QAccessible::Name ? m_label->text() : QAccessibleWidget::text(what);
    }
    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (m_label->isPressable())
            names.prepend(pressAction());
        return names;
    }
    void doAction(const QString& action) override
    {
        if (action == pressAction() && m_label->isPressable())
            Q_EMIT m_label->pressed();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    RemarkLabel* m_label;
};

QAccessibleInterface* accessOf(const QString& className, QObject* object)
{
    auto* const label = qobject_cast<RemarkLabel*>(object);
    return label != nullptr && className == QLatin1String(RemarkLabel::staticMetaObject.className())
               ? new RemarkAccess(label)
               : nullptr;
}

} // namespace

RemarkLabel::RemarkLabel(TextStyle style, QWidget* parent) : CanvasLabel(style, parent)
{
    static const bool known = [] {
        QAccessible::installFactory(accessOf);
        return true;
    }();
    Q_UNUSED(known)
}

void RemarkLabel::setPressTip(const QString& tip)
{
    setToolTip(tip);
    setAttribute(Qt::WA_TransparentForMouseEvents, tip.isEmpty());
    setFocusPolicy(tip.isEmpty() ? Qt::NoFocus : Qt::TabFocus);
    setCursor(tip.isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void RemarkLabel::paintEvent(QPaintEvent* event)
{
    CanvasLabel::paintEvent(event);
    if (!isPressable() || text().isEmpty())
        return;
    QPainter painter(this);
    painter.setPen(QPen(currentTheme().color(ColorRole::muted), 1));
    painter.drawLine(QPointF(kPad, height() - kUnder), QPointF(width() - kPad, height() - kUnder));
}

void RemarkLabel::mousePressEvent(QMouseEvent* event) { event->accept(); }

void RemarkLabel::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT pressed();
}

void RemarkLabel::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    if (isPressable() && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter))
        Q_EMIT pressed();
    else
        CanvasLabel::keyPressEvent(event);
}

} // namespace weavemap::ui
