// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>

#include <QObject>
#include <QString>

#include "core/base/Result.h"
#include "ui/jobs/Jobs.h"

class QWidget;

namespace weavemap::ui {

class Dialogs;
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
    enum class Failed { opensAsItWas, staysClosed };
    /// Puts the backup in the place of the file in a job, opens the file, and then says how it went; `kept` is said
    /// with the new name of the file as it was.
    void putBack(const std::filesystem::path& backup, const std::filesystem::path& file, const QString& kept,
                 Failed failed);
    /// Opens, and says it when the file is open: what is said before goes with the page before.
    void openAndSay(const std::filesystem::path& file, std::function<void()> say);
    void onOpenFailed(const std::filesystem::path& path, const Error& error);

    QWidget& m_window;
    Session& m_session;
    Settings& m_settings;
    Dialogs& m_dialogs;
    Jobs& m_jobs;
    JobHandle m_making; ///< the sample is being made, or a backup put back
};

} // namespace weavemap::ui
