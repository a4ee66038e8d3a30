// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversations/TabOrder.h"

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace weavemap::ui {

namespace {

void collect(const QLayout& layout, QWidgetList& found);

void collect(QWidget* widget, QWidgetList& found)
{
    if (widget->focusPolicy() & Qt::TabFocus)
        found.append(widget);
    else if (const auto* area = qobject_cast<QScrollArea*>(widget); area && area->widget())
        collect(area->widget(), found);
    else if (widget->layout())
        collect(*widget->layout(), found);
}

void collect(const QLayout& layout, QWidgetList& found)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (item->widget())
            collect(item->widget(), found);
        else if (item->layout())
            collect(*item->layout(), found);
    }
}

} // namespace

void chainTabOrder(const QWidgetList& parts)
{
    QWidgetList found;
    for (QWidget* part : parts) {
        QWidgetList ofPart;
        collect(part, ofPart);
        found.removeIf([&ofPart](QWidget* widget) { return ofPart.contains(widget); });
        found.append(ofPart);
    }
    for (qsizetype i = 1; i < found.size(); ++i)
        QWidget::setTabOrder(found[i - 1], found[i]);
}

} // namespace weavemap::ui
