// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include <QImage>
#include <QPointF>

#include "core/actions/MapData.h"
#include "core/domain/Ids.h"
#include "ui/paint/MapPicture.h"

namespace weavemap::ui {

struct LiveMap;

/// A picture with what its indices stood for when it was asked for.
struct DrawnMap
{
    std::shared_ptr<const MapPicture> picture;
    QImage image;
    std::vector<PersonId> people;
    std::vector<TieId> ties;
    bool fades = false;            ///< it differs by what is dimmed
    bool redates = false;          ///< it shows another date
    std::shared_ptr<LiveMap> live; ///< for the next picture
};

/// What the model showed last, to tell what a change brought.
struct KnownMap
{
    bool any = false;
    actions::MapQuestion question;
    std::unordered_map<PersonId, QPointF> places;
    std::vector<TieId> ties; ///< ascending
};

} // namespace weavemap::ui
