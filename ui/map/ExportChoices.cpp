// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/ExportChoices.h"

#include "ui/paint/PageChoices.h"

namespace weavemap::ui {

namespace {

QString keyOf(NamesPolicy names)
{
    switch (names) {
    case NamesPolicy::full:
        return QStringLiteral("full");
    case NamesPolicy::codes:
        return QStringLiteral("codes");
    case NamesPolicy::hidden:
        return QStringLiteral("hidden");
    case NamesPolicy::initials:
        break;
    }
    return QStringLiteral("initials");
}

} // namespace

MapPage withRemembered(MapPage page, const Settings& settings)
{
    if (const auto paper = pagechoices::paperOf(settings.value(setting::kExportPage))) {
        page.paper = paper->first;
        page.turn = paper->second;
    }
    page.marginsPt = pagechoices::marginsOf(settings.value(setting::kExportMargins)).value_or(MapPage().marginsPt);
    page.poster = pagechoices::posterOf(settings.value(setting::kExportPoster)).value_or(MapPoster());
    page.names = pagechoices::namesOf(settings.value(setting::kExportNames)).value_or(NamesPolicy::initials);
    page.legend = settings.value(setting::kExportLegend) == Shown::yes;
    page.transparent = settings.value(setting::kExportGround) == Shown::no;
    page.view =
        settings.value(setting::kExportView) == QLatin1String("screen") ? MapPageView::asOnScreen : MapPageView::board;
    return page;
}

void remember(const MapPage& page, bool keepsGround, Settings& settings)
{
    settings.set(setting::kExportPage, pagechoices::keyOf(page.paper, page.turn));
    settings.set(setting::kExportMargins, pagechoices::keyOf(page.marginsPt));
    settings.set(setting::kExportPoster, pagechoices::keyOf(page.poster));
    settings.set(setting::kExportNames, keyOf(page.names));
    settings.set(setting::kExportLegend, page.legend ? Shown::yes : Shown::no);
    if (keepsGround)
        settings.set(setting::kExportGround, page.transparent ? Shown::no : Shown::yes);
    settings.set(setting::kExportView,
                 page.view == MapPageView::asOnScreen ? QStringLiteral("screen") : QStringLiteral("board"));
}

QString fileNameOf(const QString& network)
{
    QString name;
    for (const QChar letter : network)
        name += letter.isLetterOrNumber() || letter == QLatin1Char('-') ? letter : QLatin1Char(' ');
    return name.simplified().left(80);
}

} // namespace weavemap::ui
