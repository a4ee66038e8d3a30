// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/PanelParts.h"

#include <QCoreApplication>
#include <QLayout>
#include <QStringList>
#include <QWidget>

#include "ui/base/Convert.h"
#include "ui/base/Words.h"

namespace weavemap::ui {

namespace {

struct Panel
{
    Q_DECLARE_TR_FUNCTIONS(Inspector)
};

QString lowerFirst(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toLower();
    return text;
}

} // namespace

void clearLayout(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clearLayout(inner);
        }
        delete item;
    }
}

QString evidenceWords(const std::vector<Evidence>& evidence, const Tie& tie)
{
    QStringList parts;
    std::optional<Date> on = tie.lastConfirmed;
    if (!evidence.empty()) {
        parts.append(lowerFirst(words(evidence.front().kind)));
        if (evidence.front().on)
            on = evidence.front().on;
    }
    if (on)
        parts.append(formatDate(*on, DateStyle::month));
    return parts.join(QStringLiteral(", "));
}

QString tieLine(const actions::ProfileTie& tie)
{
    // The name of the most frequent depth is too long for a line of the panel.
    const bool exchange = tie.tie.depth == TieDepth::exchange && tie.tie.collaboration != Collaboration::now;
    const QString what = exchange ? Panel::tr("Exchange ideas") : tieWords(tie.tie);
    return joined({what, evidenceWords(tie.evidence, tie.tie)}, QStringLiteral(" · "));
}

QString joined(const QStringList& parts, const QString& between)
{
    QStringList there;
    for (const QString& part : parts)
        if (!part.isEmpty())
            there.append(part);
    return there.join(between);
}

QString consentSentence(ShowConsent consent)
{
    switch (consent) {
    case ShowConsent::unset:
        return Panel::tr("Not asked yet how to be shown");
    case ShowConsent::byName:
        return Panel::tr("Shown by name in everything that goes out");
    case ShowConsent::byCode:
        return Panel::tr("Shown by a code in everything that goes out");
    case ShowConsent::notShown:
        return Panel::tr("Not shown in anything that goes out");
    }
    return {};
}

} // namespace weavemap::ui
