// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/base/Clock.h"
#include "core/base/Result.h"
#include "core/base/RunContext.h"
#include "core/domain/Ids.h"
#include "core/store/ChangeSet.h"
#include "core/store/Workspace.h"
#include "core/store/Writer.h"

namespace weavemap::ui {

/// The open file, as the window sees it: the only way to change it, the one `changed` signal, undo and redo. Lives on
/// the UI thread; the writing connection lives on the Writer's thread, the window reads through a connection of its
/// own.
class Session : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(Result<store::ChangeSet>)>;

    /// `clock` must outlive the session; the system's where null.
    explicit Session(const Clock* clock = nullptr, QObject* parent = nullptr);
    ~Session() override;

    enum class OpenMode { existing, create };
    /// Opens (or makes) a file in the background, closing the one that is open; `opened` or `openFailed` follows. Asked
    /// again meanwhile, only the last file is opened and told of.
    void open(const std::filesystem::path& path, OpenMode mode = OpenMode::existing);
    /// Waits for queued changes, tells of them, and closes. `closed` follows at once.
    void close();

    bool isOpen() const { return m_writer != nullptr; }
    bool isOpening() const { return m_opening; }
    bool isReadOnly() const { return m_readOnly.has_value(); }
    const std::optional<store::ReadOnlyReason>& readOnlyReason() const { return m_readOnly; }
    const std::filesystem::path& path() const { return m_path; }
    /// The network's name as the file has it; the file's own name where it has none.
    QString networkName() const;
    std::uint64_t revision() const { return m_revision; }
    const Clock& clock() const { return *m_clock; }
    Date today() const { return m_clock->today(); }

    /// The staff person who works here; 0 where nobody was chosen or the file does not know them.
    PersonId me() const { return m_me; }
    /// Chooses by name, as the setting holds it; the name goes to the history with each change.
    void setMe(const QString& name);

    /// Reads for the UI thread. Precondition: a file is open.
    store::Records& records();
    /// A reading connection for a job.
    Result<std::unique_ptr<store::Reader>> openReader() const;

    /// Posts a change and returns. After the commit `changed` is emitted, then `done` is called, both on this thread;
    /// on failure `failed`, then `done`.
    void change(const QString& label, store::Workspace::ChangeFunction fn, Done done = {});
    void undo(Done done = {});
    void redo(Done done = {});

    using Erased = std::function<void(Result<>)>;
    using Progress = std::function<void(double share)>;
    /// Forgets for good, in the file and its backups, and ends the history. `changed` or `failed` and `done` follow as
    /// after a change; an error means that nothing was changed. `progress` is called on this thread.
    void erase(PersonId person, Erased done = {}, Progress progress = {});
    void erase(ConversationId conversation, Erased done = {}, Progress progress = {});

    bool canUndo() const { return !m_undoLabel.isEmpty(); }
    bool canRedo() const { return !m_redoLabel.isEmpty(); }
    const QString& undoLabel() const { return m_undoLabel; }
    const QString& redoLabel() const { return m_redoLabel; }

    /// Other work with the writing connection (history, backup, check, unrecorded writes), on its thread.
    void post(std::function<void(store::Workspace&)> work);
    /// The same with a result that is handed to `done` on this thread.
    template <class T>
    void request(std::function<Result<T>(store::Workspace&)> work, std::function<void(Result<T>)> done)
    {
        post([this, work = std::move(work), done = std::move(done)](store::Workspace& workspace) {
            auto result = std::make_shared<Result<T>>(work(workspace));
            QMetaObject::invokeMethod(
                this, [result, done] { done(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

    bool isSaving() const { return m_pending > 0; }

Q_SIGNALS:
    void opened();
    /// Also after `opened`, where looking through a large file found damage: the file is closed by then.
    void openFailed(const std::filesystem::path& path, const weavemap::Error& error);
    /// The file is about to be closed: let go of whatever reads it.
    void closing();
    void closed();
    /// Something was committed: a change, an undo, a redo or an erasure.
    void changed(const weavemap::store::ChangeSet& changes);
    void failed(const QString& label, const weavemap::Error& error);
    /// Forgotten for good: what names them outside of the file (drafts) goes, too. After `changed`.
    void personErased(weavemap::PersonId person, const QString& name);
    void conversationErased(weavemap::ConversationId conversation);
    /// What was forgotten is gone from the file, but words of it stand in backups or unused pages until the next
    /// opening.
    void erasingUnfinished(const weavemap::Error& why);
    void undoStateChanged();
    /// True once a change has been under way for 400 ms, false when nothing is pending.
    void savingChanged(bool saving);
    void meChanged();

private:
    void adopt(std::unique_ptr<store::Workspace> workspace);
    void letGo();
    void finish(const QString& label, Result<store::ChangeSet> result, const Done& done, const QString& undoLabel,
                const QString& redoLabel);
    void postStep(const QString& label, std::function<Result<store::ChangeSet>(store::Workspace&)> step, Done done);
    using Erasing = std::function<Result<store::Erased>(store::Workspace&, const RunContext&)>;
    void postErasing(Erasing erasing, std::function<void()> told, Erased done, Progress progress);
    void resolveMe();
    void checkInBackground();

    struct Threads;

    SystemClock m_systemClock;
    const Clock* m_clock;
    std::unique_ptr<Threads> m_threads;
    std::unique_ptr<store::Writer> m_writer;
    std::unique_ptr<store::Reader> m_reader;
    store::Workspace* m_workspace = nullptr; ///< owned by the writer; used here only to open readers
    std::filesystem::path m_path;
    std::optional<store::ReadOnlyReason> m_readOnly;
    std::uint64_t m_revision = 0;
    PersonId m_me;
    QString m_meName;
    QString m_undoLabel;
    QString m_redoLabel;
    int m_pending = 0;
    int m_openings = 0; ///< how often a file was asked for: an older answer counts no more
    bool m_opening = false;
    bool m_savingShown = false;
    QTimer m_savingTimer;
};

} // namespace weavemap::ui
