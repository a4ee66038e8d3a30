// SPDX-License-Identifier: GPL-3.0-or-later
#include "PageText.h"

#include <vector>

#include <QStringList>

#include "ui/base/Theme.h"

namespace weavemap::ui {

std::shared_ptr<const LaidOutPage> laidOut(const MapPage& page, const MapInput& input)
{
    const auto out = layOutMapPage(page, input, mapColors(Theme::print()));
    return out ? *out : nullptr;
}

namespace {

QString joined(const std::vector<PictureText>& texts)
{
    QStringList words;
    for (const PictureText& text : texts)
        words.append(text.text);
    return words.join(QLatin1Char(' '));
}

} // namespace

QString wordsAround(const LaidOutPage& page) { return joined(page.texts); }

QString wordsOf(const LaidOutPage& page) { return joined(page.texts) + QLatin1Char(' ') + joined(page.picture->texts); }

} // namespace weavemap::ui
