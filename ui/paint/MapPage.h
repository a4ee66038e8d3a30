// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QMarginsF>
#include <QRectF>
#include <QSizeF>
#include <QString>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "ui/paint/MapInput.h"
#include "ui/paint/MapPicture.h"

class QImage;
class QPainter;

namespace weavemap::ui {

enum class PaperSize { a4, a3, letter };
enum class PaperTurn { portrait, landscape };
/// Board: discs of one size (the default of all that leaves); asOnScreen keeps sizes and says so in the footnote.
enum class MapPageView { board, asOnScreen };

/// What a page with a map on it holds. A comparable value; texts are the user's or come from the caller's translations.
struct MapPage
{
    PaperSize paper = PaperSize::a4;
    PaperTurn turn = PaperTurn::portrait;
    QMarginsF marginsPt{51, 48, 51, 32};
    QString headerLeft;  ///< name of the workspace
    QString headerRight; ///< "Network report to the board"
    QString title;
    QString subtitle;  ///< "142 members in five regions, 15 October 2026"
    QString sentence;  ///< what the map shows, in one or two sentences
    QString footnote;  ///< put before what the page says by itself: names, sizes, caption
    QString pageLabel; ///< "2 of 5"
    bool legend = true;
    MapPageView view = MapPageView::board;
    NamesPolicy names = NamesPolicy::initials;
    MapPurpose purpose = MapPurpose::staffExport;
    bool operator==(const MapPage&) const = default;
};

/// Paper size in px of 1/96 inch, turned.
QSizeF pageSizePx(const MapPage& page);

/// A page laid out: the map's picture and everything around it. Made once, painted by either back end.
struct LaidOutPage;

/// Lays a page out: `input` is drawn in the print theme (`print`: light roles on white) with the page's names policy,
/// without selection. Error: `cancelled`.
Result<std::shared_ptr<const LaidOutPage>> layOutMapPage(const MapPage& page, const MapInput& input,
                                                         const MapColors& print, const RunContext& run = {});

/// Paints a page in px from the painter's origin, vector throughout.
void paintMapPage(QPainter& painter, const LaidOutPage& page);
/// The page as a picture, through the screen's back end: previews and PNG.
Result<QImage> renderMapPage(const LaidOutPage& page, double devicePixelRatio, const RunContext& run = {});

} // namespace weavemap::ui
