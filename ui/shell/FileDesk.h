// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <QObject>
#include <QString>

#include "core/base/Result.h"

class QWidget;

namespace weavemap::ui {

class Dialogs;
class Jobs;
class Session;
class Settings;

/// What the File menu does: new, open, sample, back up, go back, check, close. Long work runs in jobs; what went wrong
/// comes as a sentence.
class FileDesk : public QObject
{
    Q_OBJECT

public:
    FileDesk(QWidget& window, Session& session, Settings& settings, Dialogs& dialogs, Jobs& jobs);

    void newFile();
    void openFile();
    void open(const QString& path);
    /// Opens the sample network, making it where it is not there yet.
    void openSample();
    void backUp();
    void restore();
    void check();

Q_SIGNALS:
    /// A file could not be opened or made.
    void trouble(const QString& sentence);
    void said(const QString& sentence);
    void backedUp();

private:
    QString startFolder() const;
    void onOpenFailed(const std::filesystem::path& path, const Error& error);

    QWidget& m_window;
    Session& m_session;
    Settings& m_settings;
    Dialogs& m_dialogs;
    Jobs& m_jobs;
};

} // namespace weavemap::ui
