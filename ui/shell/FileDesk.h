// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include "core/base/Result.h"
#include "ui/jobs/Jobs.h"

class QDir;
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
    /// A new network from lists: asks for them first, then for the place, beside them under their name. `listsWait`
    /// follows once the network is open.
    void startFromLists();
    void openFile();
    void open(const QString& path);
    /// Opens the network that was open last; nothing where there was none.
    void openLast();
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
    /// The sample is open because it was asked for.
    void sampleOpened();
    /// The network made for these lists is open.
    void listsWait(const QStringList& lists);

private:
    QString startFolder() const;
    /// Where a new network should live; nothing where nobody says so, or where a file is in the way, which is told.
    std::optional<QString> placeForNew(const QDir& folder, const QString& name);
    enum class Failed { opensAsItWas, staysClosed };
    /// Puts the backup in the place of the file in a job, opens the file, and then says how it went; `kept` is said
    /// with the new name of the file as it was.
    void putBack(const std::filesystem::path& backup, const std::filesystem::path& file, const QString& kept,
                 Failed failed);
    /// Opens; `say` follows when the file is open (what is said before goes with the page before), unless something
    /// else was asked for meanwhile.
    void openAndSay(const std::filesystem::path& file, std::function<void()> say);
    void createAndSay(const std::filesystem::path& file, std::function<void()> say);
    void whenOpened(std::function<void()> say);
    void onOpenFailed(const std::filesystem::path& path, const Error& error);

    QWidget& m_window;
    Session& m_session;
    Settings& m_settings;
    Dialogs& m_dialogs;
    Jobs& m_jobs;
    JobHandle m_making;          ///< the sample is being made, or a backup put back
    QPointer<QObject> m_waiting; ///< for the file that is being opened
};

} // namespace weavemap::ui
