// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/jobs/Jobs.h"
#include "ui/paint/MapInput.h"
#include "ui/paint/MapPage.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

/// Puts what is seen of the map on the clipboard as a picture, with legend and caption, without what floats on it.
/// Names and sizes are as the last export had them, for whatever is copied may leave.
class MapClipboard : public QObject
{
    Q_OBJECT

public:
    MapClipboard(Office& office, QObject* parent);
    ~MapClipboard() override;

    /// Starts the work; `page` brings the texts, `view` what is seen.
    void copy(const MapInput& input, const MapPage& page, const MapViewport& view);

Q_SIGNALS:
    /// A sentence for the window's foot, once the picture is there or could not be made.
    void said(const QString& sentence);

private:
    Office m_office;
    JobHandle m_job;
};

} // namespace weavemap::ui
