// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/FileDesk.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QWidget>

#include "core/actions/Demo.h"
#include "ui/base/Convert.h"
#include "ui/base/Dialogs.h"
#include "ui/base/ErrorText.h"
#include "ui/base/Settings.h"
#include "ui/session/Session.h"

namespace weavemap::ui {

namespace {

/// A file of a spreadsheet program, which is not read; that the file says so by its name is enough.
bool isWorkbook(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix.startsWith(QLatin1String("xls")) || suffix == QLatin1String("ods");
}

} // namespace

FileDesk::FileDesk(QWidget& window, Session& session, Settings& settings, Dialogs& dialogs, Jobs& jobs)
    : QObject(&window), m_window(window), m_session(session), m_settings(settings), m_dialogs(dialogs), m_jobs(jobs)
{
    connect(&session, &Session::openFailed, this, &FileDesk::onOpenFailed);
    connect(&session, &Session::erasingUnfinished, this, [this] {
        Q_EMIT trouble(
            tr("What you had forgotten is gone from this file. Its backups, or unused parts of the file, still "
               "hold words of it, because they could not be written now. That is done when the file is opened "
               "next; look whether the disk has room."));
    });
    connect(&session, &Session::opened, this, [this] {
        const QString path = pathText(m_session.path());
        m_settings.addRecentFile(path);
        m_settings.set(setting::kLastFolder, QFileInfo(path).absolutePath());
    });
}

QString FileDesk::startFolder() const
{
    const QString last = m_settings.value(setting::kLastFolder);
    return QDir(last).exists() && !last.isEmpty() ? last
                                                  : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

std::optional<QString> FileDesk::placeForNew(const QDir& folder, const QString& name)
{
    // A free name, so that accepting what is proposed works.
    QString proposed = folder.filePath(name + QStringLiteral(".weavemap"));
    for (int number = 2; QFileInfo::exists(proposed); ++number)
        proposed = folder.filePath(QStringLiteral("%1 %2.weavemap").arg(name).arg(number));
    FileQuestion question{tr("Where should the network live?"),
                          proposed,
                          {tr("Weavemap files (*.weavemap)")},
                          QStringLiteral("weavemap")};
    question.mayReplace = false;
    const auto path = m_dialogs.saveFile(&m_window, question);
    if (path && QFileInfo::exists(*path)) {
        Q_EMIT trouble(tr("There is a file named %1 already. Choose another name; that file is as it was.")
                           .arg(QFileInfo(*path).fileName()));
        return std::nullopt;
    }
    return path;
}

void FileDesk::newFile()
{
    if (const auto path = placeForNew(startFolder(), tr("Our network")))
        createAndSay(toPath(*path), {});
}

void FileDesk::startFromLists()
{
    const QStringList lists =
        m_dialogs.openFiles(&m_window, {tr("Which list?"),
                                        startFolder(),
                                        {tr("Lists and networks (*.csv *.tsv *.txt *.graphml)"), tr("All files (*)")},
                                        {}});
    if (lists.isEmpty())
        return;
    const QFileInfo first(lists.front());
    if (first.suffix().compare(QLatin1String("weavemap"), Qt::CaseInsensitive) == 0) {
        open(lists.front()); // a network already
        return;
    }
    for (const QString& list : lists) {
        // Said before a network is made for it.
        if (isWorkbook(list)) {
            Q_EMIT trouble(errorSentence(Error(ErrorCode::unknownFormat, {toUtf8(list)})));
            return;
        }
    }
    if (const auto path = placeForNew(first.dir(), first.completeBaseName()))
        createAndSay(toPath(*path), [this, lists] { Q_EMIT listsWait(lists); });
}

void FileDesk::openFile()
{
    const auto path = m_dialogs.openFile(&m_window, {tr("Open a network"),
                                                     startFolder(),
                                                     {tr("Weavemap files (*.weavemap)"), tr("All files (*)")},
                                                     QStringLiteral("weavemap")});
    if (path)
        open(*path);
}

void FileDesk::open(const QString& path) { openAndSay(toPath(path), {}); }

void FileDesk::openLast()
{
    const QStringList recent = m_settings.value(setting::kRecentFiles);
    if (!recent.isEmpty())
        open(recent.front());
}

void FileDesk::openSample()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QString path = folder.filePath(tr("Ashlands sample.weavemap"));
    const auto tell = [this] { Q_EMIT sampleOpened(); };
    if (QFileInfo::exists(path)) {
        openAndSay(toPath(path), tell);
        return;
    }
    if (m_making.isRunning())
        return;
    folder.mkpath(QStringLiteral("."));
    m_making = m_jobs.run<std::filesystem::path>(
        this,
        [file = toPath(path), on = m_session.today()](const RunContext&) -> Result<std::filesystem::path> {
            actions::DemoOptions options;
            options.on = on;
            WEAVEMAP_TRY(actions::makeDemoFile(file, options));
            return file;
        },
        [this, tell](Result<std::filesystem::path> made) {
            if (made)
                openAndSay(*made, tell);
            else
                Q_EMIT trouble(errorSentence(made.error()));
        });
}

void FileDesk::onOpenFailed(const std::filesystem::path& path, const Error& error)
{
    const bool damaged = error.code == ErrorCode::workspaceDamaged && error.args.size() > 1 && !error.args[1].empty();
    if (!damaged) {
        Q_EMIT trouble(errorSentence(error));
        return;
    }
    const int answer = m_dialogs.ask(
        &m_window, {tr("This file is damaged"),
                    errorSentence(error),
                    {{tr("Go back to the backup"), AnswerRole::primary}, {tr("Leave it"), AnswerRole::cancel}}});
    if (answer != 0)
        return;
    putBack(toPath(toQString(error.args[1])), path, tr("The backup is in place. The damaged file was kept as %1."),
            Failed::staysClosed);
}

void FileDesk::openAndSay(const std::filesystem::path& file, std::function<void()> say)
{
    whenOpened(std::move(say));
    m_session.open(file);
}

void FileDesk::createAndSay(const std::filesystem::path& file, std::function<void()> say)
{
    whenOpened(std::move(say));
    m_session.open(file, Session::OpenMode::create);
}

void FileDesk::whenOpened(std::function<void()> say)
{
    delete m_waiting; // nobody waits for the file before any more
    if (!say)
        return;
    auto* once = new QObject(this);
    m_waiting = once;
    connect(&m_session, &Session::opened, once, [this, once, say = std::move(say)] {
        m_waiting.clear();
        once->deleteLater();
        say();
    });
    connect(&m_session, &Session::openFailed, once, &QObject::deleteLater);
}

void FileDesk::putBack(const std::filesystem::path& backup, const std::filesystem::path& file, const QString& kept,
                       Failed failed)
{
    if (m_making.isRunning())
        return;
    m_making = m_jobs.run<std::filesystem::path>(
        this, [backup, file](const RunContext&) { return store::restoreBackup(backup, file); },
        [this, file, kept, failed](Result<std::filesystem::path> asWas) {
            if (!asWas && failed == Failed::staysClosed) {
                Q_EMIT trouble(errorSentence(asWas.error()));
                return;
            }
            openAndSay(file, [this, kept, asWas = std::move(asWas)] {
                if (asWas)
                    Q_EMIT said(kept.arg(pathText(asWas->filename())));
                else
                    Q_EMIT trouble(errorSentence(asWas.error()));
            });
        });
}

void FileDesk::backUp()
{
    m_session.request<std::filesystem::path>([](store::Workspace& workspace) { return workspace.backup(); },
                                             [this](Result<std::filesystem::path> made) {
                                                 if (made) {
                                                     Q_EMIT said(tr("Backed up to %1.").arg(pathText(*made)));
                                                     Q_EMIT backedUp();
                                                 } else {
                                                     Q_EMIT trouble(errorSentence(made.error()));
                                                 }
                                             });
}

void FileDesk::restore()
{
    const QString path = pathText(m_session.path());
    const QFileInfo info(path);
    const auto chosen = m_dialogs.openFile(
        &m_window, {tr("Go back to which backup?"),
                    QDir(info.absolutePath()).filePath(info.completeBaseName() + QStringLiteral(" backups")),
                    {tr("Weavemap files (*.weavemap)")},
                    QStringLiteral("weavemap")});
    if (!chosen)
        return;
    const int answer =
        m_dialogs.ask(&m_window, {tr("Go back to this backup?"),
                                  tr("What was stored since then leaves this file. The file as it is now is "
                                     "kept beside it, with today's date in its name."),
                                  {{tr("Go back"), AnswerRole::destructive}, {tr("Stay"), AnswerRole::cancel}}});
    if (answer != 0)
        return;
    m_session.close();
    putBack(toPath(*chosen), toPath(path), tr("Back at the backup. The file as it was is %1."), Failed::opensAsItWas);
}

void FileDesk::check()
{
    m_session.request<store::CheckReport>(
        [](store::Workspace& workspace) { return workspace.check(); },
        [this](Result<store::CheckReport> report) {
            if (!report)
                Q_EMIT trouble(errorSentence(report.error()));
            else if (report->ok)
                Q_EMIT said(tr("This file is sound: %Ln people", "", static_cast<int>(report->people)) +
                            tr(", %Ln ties", "", static_cast<int>(report->ties)) +
                            tr(", %Ln conversations.", "", static_cast<int>(report->conversations)));
            else
                Q_EMIT trouble(tr("This file has faults. Back it up now, then go back to the last sound backup with "
                                  "File, Go back to a backup."));
        });
}

} // namespace weavemap::ui
