// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QImage>
#include <QString>

#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "ui/paint/MapPage.h"

class QPagedPaintDevice;

namespace weavemap::ui {

inline constexpr int kPictureDpi = 144; ///< of a picture where nobody says otherwise
inline constexpr int kLeastDpi = 48, kMostDpi = 600;

/// Pixels of a page as a picture; see `kLargestPicture`.
QSize pictureSize(const MapPage& page, int dpi);

/// Writes a map page to a file by its suffix: .pdf, .svg (vector, text as text) or .png (`dpi`). A poster is cut into
/// sheets in a PDF; the others hold it whole. The file is written beside its place and moved there when whole, readable
/// by its owner only; a failed export leaves an older file as it was. Metadata hold title and program, no names of
/// people, no dates. `print`: the light roles on white.
/// Errors: unknownFormat {path}, fileUnwritable {path}, exportFailed {path}, cancelled.
Result<> exportMap(const MapPage& page, const MapInput& input, const MapColors& print, const QString& path,
                   const RunContext& run = {}, int dpi = kPictureDpi);

/// What is seen of a map as a picture for the clipboard, twice as fine as a screen (`layOutSeenMap`). Errors: as
/// `renderMapPage`.
Result<QImage> pictureOfSeen(const MapPage& page, const MapInput& input, const MapViewport& view,
                             const MapColors& print, const RunContext& run = {});

/// Prints a page, or the sheets `first` to `last` (counted from 1) of a poster, onto a device whose paper was chosen
/// already; what is larger or smaller than that paper is fitted to it. Where it is cancelled, `abandon` is called
/// before the device is let go, so that no part of it is printed. Fails as `exportMap` does, with `where` for the path.
Result<> printMap(QPagedPaintDevice& device, const MapPage& page, const MapInput& input, const MapColors& print,
                  const QString& where, int first, int last, const std::function<void()>& abandon,
                  const RunContext& run = {});

} // namespace weavemap::ui
