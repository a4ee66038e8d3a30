// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ZoomCard.h"

#include <QVBoxLayout>

#include "ui/widgets/IconButton.h"

namespace weavemap::ui {

namespace {
constexpr int kSide = 33;
constexpr double kStep = 1.3;
} // namespace

ZoomCard::ZoomCard(QWidget* parent) : Card(Kind::floating, Padding::normal, parent)
{
    setObjectName(QStringLiteral("mapZoom"));
    setAccessibleName(tr("Zoom"));
    body()->setContentsMargins(1, 1, 1, 1);
    body()->setSpacing(0);
    const auto add = [this](const QString& object, const QString& icon, const QString& name, const QString& key) {
        auto* button = new IconButton(icon, name);
        button->setObjectName(object);
        button->setName(name, key);
        button->setSide(kSide);
        button->setIconRole(ColorRole::text);
        button->setFocusPolicy(Qt::TabFocus);
        body()->addWidget(button);
        return button;
    };
    auto* nearer = add(QStringLiteral("zoomIn"), QStringLiteral("zoom-in"), tr("Nearer"), tr("+"));
    body()->addWidget(new Hairline);
    auto* further = add(QStringLiteral("zoomOut"), QStringLiteral("zoom-out"), tr("Further away"), tr("-"));
    body()->addWidget(new Hairline);
    auto* fit = add(QStringLiteral("zoomFit"), QStringLiteral("fit"), tr("Fit"), tr("F"));
    connect(nearer, &IconButton::clicked, this, [this] { Q_EMIT zoomRequested(kStep); });
    connect(further, &IconButton::clicked, this, [this] { Q_EMIT zoomRequested(1 / kStep); });
    connect(fit, &IconButton::clicked, this, &ZoomCard::fitRequested);
}

} // namespace weavemap::ui
