// SPDX-License-Identifier: GPL-3.0-or-later
#include "FourPeople.h"

#include "ui/base/Theme.h"
#include "ui/paint/MapPictureBuilder.h"

namespace weavemap::ui {

MapViewport viewOf(const MapInput& input)
{
    return fittedViewport(mapBounds(input), kCanvas, QRectF(20, 40, 860, 720));
}

std::shared_ptr<const MapPicture> pictureOf(const MapInput& input)
{
    const auto picture = buildMapPicture(input, viewOf(input));
    return picture ? *picture : nullptr;
}

MapInput fourPeople()
{
    MapInput input;
    input.style.colors = mapColors(Theme::light());
    input.groups = {{QStringLiteral("Coast"), 0, 4, 3}};
    const char* names[] = {"Ana Ruiz", "Tom Birkett", "Jun Takeda", "Mina Pillai"};
    for (int i = 0; i < 4; ++i) {
        MapPerson person;
        person.id = PersonId{i + 1};
        person.name = QString::fromLatin1(names[i]);
        person.at = QPointF(40 * (i % 2), 40 * (i / 2));
        person.group = 0;
        person.heardFrom = i != 3;
        input.people.push_back(person);
    }
    input.ties = {{.id = TieId{1}, .a = 0, .b = 1}, {.id = TieId{2}, .a = 1, .b = 2}};
    return input;
}

const PictureText* labelOf(const MapPicture& picture, std::int64_t person)
{
    for (const PictureText& text : picture.texts)
        if (text.person == person)
            return &text;
    return nullptr;
}

} // namespace weavemap::ui
