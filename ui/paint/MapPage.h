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

enum class PaperSize { a5, a4, a3, a2, a1, a0, letter, legal, tabloid };
enum class PaperTurn { portrait, landscape };
/// Board: discs of one size (the default of all that leaves); asOnScreen keeps sizes and says so in the footnote.
enum class MapPageView { board, asOnScreen };

/// A page larger than any printer's: sheets of the page's paper, to be cut and glued.
struct MapPoster
{
    int across = 1, down = 1;
    double overlapPt = 28; ///< that neighbours both show
    bool isOneSheet() const { return across * down <= 1; }
    bool operator==(const MapPoster&) const = default;
};
inline constexpr int kMostSheets = 6; ///< of a poster, across or down

/// What a page with a map on it holds. A comparable value; texts are the user's or come from the caller's translations.
struct MapPage
{
    PaperSize paper = PaperSize::a4;
    PaperTurn turn = PaperTurn::portrait;
    QMarginsF marginsPt{51, 48, 51, 32};
    MapPoster poster;
    bool transparent = false; ///< nothing is painted behind the map
    QString headerLeft;       ///< name of the workspace
    QString headerRight;      ///< "Network report to the board"
    QString title;
    MapWords caption;  ///< the words of a saved view; left out where they say a name that may not stand there in full
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

/// Paper size in px of 1/96 inch, turned: of one sheet, where the page is a poster.
QSizeF paperSizePx(const MapPage& page);
/// Size of the page in px: the paper's, or that of a poster when its sheets are put together.
QSizeF pageSizePx(const MapPage& page);

inline constexpr int kLargestPicture = 16'000; ///< pixels

/// A page laid out: the map's picture and everything around it. Made once, painted by either back end.
struct LaidOutPage;

/// Lays a page out: `input` is drawn in the print theme (`print`: light roles on white) with the page's names policy,
/// without selection. Error: `cancelled`.
Result<std::shared_ptr<const LaidOutPage>> layOutMapPage(const MapPage& page, const MapInput& input,
                                                         const MapColors& print, const RunContext& run = {});

/// What is seen of a map on a screen, `view` px large, with its legend and caption below: for a copy, in place of a
/// page's paper. Names, sizes and texts are the page's, circle and path stay lit. Error: `cancelled`.
Result<std::shared_ptr<const LaidOutPage>> layOutSeenMap(const MapPage& page, const MapInput& input,
                                                         const MapViewport& view, const MapColors& print,
                                                         const RunContext& run = {});

/// Paints a page in px of the paper from the painter's origin, vector throughout.
void paintMapPage(QPainter& painter, const LaidOutPage& page);
/// The page as a picture, through the screen's back end: previews and PNG. `devicePixelRatio`: pixels a px of the
/// paper, up to 8; no side over `kLargestPicture`. Error: `cancelled`.
Result<QImage> renderMapPage(const LaidOutPage& page, double devicePixelRatio, const RunContext& run = {});

} // namespace weavemap::ui
