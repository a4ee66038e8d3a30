// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "ui/jobs/Jobs.h"
#include "ui/paint/MapInput.h"
#include "ui/paint/MapPage.h"
#include "ui/widgets/Place.h"

namespace weavemap::ui {

/// Puts the map on the clipboard as a picture: a page like the last export's, on one sheet, with what that one says of
/// names and sizes, for whatever is copied may leave.
class MapClipboard : public QObject
{
    Q_OBJECT

public:
    MapClipboard(Office& office, QObject* parent);
    ~MapClipboard() override;

    /// Starts the work; `page` brings the texts.
    void copy(const MapInput& input, const MapPage& page);

Q_SIGNALS:
    /// A sentence for the window's foot, once the picture is there or could not be made.
    void said(const QString& sentence);

private:
    Office m_office;
    JobHandle m_job;
};

} // namespace weavemap::ui
