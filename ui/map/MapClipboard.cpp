// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/MapClipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>

#include "ui/base/ErrorText.h"
#include "ui/base/Theme.h"
#include "ui/map/ExportChoices.h"
#include "ui/paint/MapExport.h"
#include "ui/paint/PaintWords.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

MapClipboard::MapClipboard(Office& office, QObject* parent) : QObject(parent), m_office(office)
{
    // A picture that still shows whoever was just forgotten, or a file that was left, is not to come.
    connect(&office.session, &Session::closing, this, [this] { m_job.cancel(); });
    connect(&office.session, &Session::personErased, this, [this] { m_job.cancel(); });
}

MapClipboard::~MapClipboard() { m_job.cancel(); }

void MapClipboard::copy(const MapInput& input, const MapPage& texts, const MapViewport& view)
{
    MapPage page = withRemembered(texts, m_office.settings);
    page.transparent = false;
    m_job.cancel();
    m_job = m_office.jobs.run<QImage>(
        this,
        [page, input, view, print = mapColors(Theme::print())](const RunContext& run) {
            return pictureOfSeen(page, input, view, print, run);
        },
        [this, names = page.names](Result<QImage> picture) {
            if (!picture) {
                Q_EMIT said(errorSentence(picture.error()));
                return;
            }
            QGuiApplication::clipboard()->setImage(*picture);
            Q_EMIT said(
                QStringLiteral("%1 %2")
                    .arg(tr("The map is on the clipboard, as a picture."), PaintWords::namesSentence(names, false))
                    .trimmed());
        });
}

} // namespace weavemap::ui
