// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AppMark.h"

#include <QPainter>

#include "ui/base/Icons.h"

namespace weavemap::ui {

AppMark::AppMark(int side, QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("appMark"));
    setAccessibleName(tr("Weavemap"));
    setFixedSize(side, side);
}

void AppMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    appMark().paint(&painter, rect());
}

} // namespace weavemap::ui
