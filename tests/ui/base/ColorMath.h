// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

/// Colour arithmetic for tests, written from the published formulas and from nothing of the program's own.
namespace colormath {

struct Lab
{
    double l = 0, a = 0, b = 0;
};

enum class Vision { normal, protan, deutan, tritan };

/// Contrast ratio of WCAG 2.1, 1 to 21.
double contrast(const QColor& one, const QColor& other);
/// CIE L*a*b* under D65 of the colour as someone with full deficiency sees it (Machado, Oliveira, Fernandes 2009,
/// doi:10.1109/TVCG.2009.113, severity 1.0, in linear RGB, clamped).
Lab labSeen(const QColor& color, Vision vision);
/// CIEDE2000 (Sharma, Wu, Dalal 2005, doi:10.1002/col.20070), all weights 1.
double deltaE2000(const Lab& one, const Lab& other);

} // namespace colormath
