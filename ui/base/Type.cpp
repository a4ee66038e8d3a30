// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/Type.h"

#include <array>

#include "ui/base/Fonts.h"

namespace weavemap::ui {

namespace {

struct Entry
{
    double points;
    int line;
    QFont::Weight weight;
    double tracking;
};

// In the order of TextStyle.
constexpr std::array<Entry, 15> kScale{{{8, 15, QFont::Normal, 0},
                                        {9, 17, QFont::Normal, 0},
                                        {9.5, 18, QFont::Normal, 0},
                                        {9.5, 18, QFont::Bold, 0},
                                        {10, 20, QFont::Normal, 0},
                                        {10, 20, QFont::Bold, 0},
                                        {11, 22, QFont::Bold, 0},
                                        {11, 25, QFont::Normal, 0},
                                        {12, 23, QFont::Normal, 0},
                                        {12, 23, QFont::Bold, 0},
                                        {15, 27, QFont::Bold, 0},
                                        {18, 32, QFont::Bold, -0.2},
                                        {20, 36, QFont::Bold, -0.2},
                                        {24, 42, QFont::Bold, -0.2},
                                        {25.5, 45, QFont::Bold, -0.2}}};

const Entry& entry(TextStyle style) { return kScale[static_cast<std::size_t>(style)]; }

} // namespace

QFont font(TextStyle style)
{
    const Entry& e = entry(style);
    QFont result(fontFamily());
    result.setPointSizeF(e.points);
    result.setWeight(e.weight);
    result.setHintingPreference(QFont::PreferNoHinting);
    if (e.tracking != 0)
        result.setLetterSpacing(QFont::AbsoluteSpacing, e.tracking);
    return result;
}

double pointSize(TextStyle style) { return entry(style).points; }

int lineHeight(TextStyle style) { return entry(style).line; }

} // namespace weavemap::ui
