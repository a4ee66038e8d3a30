// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/Session.h"

#include <thread>
#include <utility>

#include <QCoreApplication>
#include <QEvent>

#include "core/domain/Person.h"

namespace weavemap::ui {

namespace {
constexpr int kSavingShownAfterMs = 400;

QString text(const std::optional<std::string>& value) { return value ? QString::fromStdString(*value) : QString(); }

} // namespace

struct Session::Threads
{
    std::jthread opening;  ///< opens a file: checks, migrates and backs up without the window waiting
    std::jthread checking; ///< looks through a file that opening did not look through
};

Session::Session(const Clock* clock, QObject* parent)
    : QObject(parent), m_clock(clock != nullptr ? clock : &m_systemClock), m_threads(std::make_unique<Threads>())
{
    m_savingTimer.setSingleShot(true);
    m_savingTimer.setInterval(kSavingShownAfterMs);
    connect(&m_savingTimer, &QTimer::timeout, this, [this] {
        m_savingShown = true;
        Q_EMIT savingChanged(true);
    });
}

Session::~Session()
{
    // Changes that are queued are stored; whoever waited for them may be gone already, so nobody is told.
    letGo();
}

void Session::open(const std::filesystem::path& path, OpenMode mode)
{
    close();
    m_opening = true;
    const int opening = ++m_openings;
    store::OpenOptions options;
    options.clock = m_clock;
    options.author = m_meName.toStdString();
    m_threads->opening = std::jthread([this, path, mode, options, opening] {
        auto result = std::make_shared<Result<std::unique_ptr<store::Workspace>>>(
            mode == OpenMode::create ? store::Workspace::create(path, options) : store::Workspace::open(path, options));
        QMetaObject::invokeMethod(
            this,
            [this, path, result, opening] {
                if (opening != m_openings)
                    return;
                m_opening = false;
                if (*result)
                    adopt(std::move(**result));
                else
                    Q_EMIT openFailed(path, result->error());
            },
            Qt::QueuedConnection);
    });
}

void Session::adopt(std::unique_ptr<store::Workspace> workspace)
{
    auto reader = workspace->openReader();
    if (!reader) {
        Q_EMIT openFailed(workspace->path(), reader.error());
        return;
    }
    m_reader = std::move(*reader);
    m_workspace = workspace.get();
    m_path = workspace->path();
    m_readOnly = workspace->readOnly();
    m_revision = workspace->revision();
    m_undoLabel = text(workspace->undoLabel());
    m_redoLabel = text(workspace->redoLabel());
    const bool isChecked = workspace->isChecked();
    m_writer = std::make_unique<store::Writer>(std::move(workspace));
    resolveMe();
    if (!isChecked)
        checkInBackground();
    Q_EMIT opened();
    Q_EMIT undoStateChanged();
}

void Session::checkInBackground()
{
    auto opened = openReader();
    if (!opened)
        return;
    const std::shared_ptr<store::Reader> reader = std::move(*opened);
    m_threads->checking = std::jthread([this, reader, path = m_path, opening = m_openings](std::stop_token stop) {
        const auto sound = reader->verify(RunContext(std::move(stop)));
        if (sound || sound.error().code != ErrorCode::workspaceDamaged)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, path, opening, error = sound.error()] {
                if (opening != m_openings)
                    return;
                close();
                Q_EMIT openFailed(path, error);
            },
            Qt::QueuedConnection);
    });
}

void Session::close()
{
    // What is queued is stored and told of while the file is still open, so that nobody hears of a file that is gone.
    while (m_writer && m_pending > 0) {
        m_writer->run([](store::Workspace&) {});
        QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    }
    letGo();
}

void Session::letGo()
{
    ++m_openings;
    m_opening = false;
    if (m_threads->opening.joinable())
        m_threads->opening.join();
    m_threads->checking = {}; // cancels and waits
    if (!m_writer)
        return;
    Q_EMIT closing();
    m_reader.reset();
    m_workspace = nullptr;
    m_writer.reset();
    m_undoLabel.clear();
    m_redoLabel.clear();
    m_readOnly.reset();
    m_me = {};
    Q_EMIT closed();
}

QString Session::networkName() const
{
    if (m_reader) {
        const auto name = m_reader->records().views.fact("name");
        if (name && *name && !(*name)->empty())
            return QString::fromStdString(**name);
    }
    return QString::fromStdU16String(m_path.stem().u16string());
}

void Session::setMe(const QString& name)
{
    m_meName = name;
    if (isOpen())
        post([author = name.toStdString()](store::Workspace& workspace) { workspace.setAuthor(author); });
    resolveMe();
}

void Session::resolveMe()
{
    PersonId me;
    if (m_reader && !m_meName.isEmpty()) {
        if (const auto people = m_reader->records().people.findByName(m_meName.toStdString())) {
            for (const Person& person : *people)
                if (person.kind == PersonKind::staff)
                    me = person.id;
        }
    }
    if (me == m_me)
        return;
    m_me = me;
    Q_EMIT meChanged();
}

store::Records& Session::records()
{
    Q_ASSERT(m_reader);
    return m_reader->records();
}

Result<std::unique_ptr<store::Reader>> Session::openReader() const
{
    if (m_workspace == nullptr)
        return fail(ErrorCode::cancelled);
    return m_workspace->openReader();
}

void Session::change(const QString& label, store::Workspace::ChangeFunction fn, Done done)
{
    postStep(
        label,
        [name = label.toStdString(), fn = std::move(fn)](store::Workspace& workspace) {
            return workspace.change(name, fn);
        },
        std::move(done));
}

void Session::undo(Done done)
{
    postStep(
        m_undoLabel, [](store::Workspace& workspace) { return workspace.undo(); }, std::move(done));
}

void Session::redo(Done done)
{
    postStep(
        m_redoLabel, [](store::Workspace& workspace) { return workspace.redo(); }, std::move(done));
}

void Session::erase(PersonId person, Erased done, Progress progress)
{
    if (!isOpen())
        return;
    const auto found = records().people.find(person);
    const QString name = found && *found ? QString::fromStdString((*found)->name) : QString();
    postErasing(
        [person](store::Workspace& workspace, const RunContext& run) { return workspace.erasePerson(person, run); },
        [this, person, name] { Q_EMIT personErased(person, name); }, std::move(done), std::move(progress));
}

void Session::erase(ConversationId conversation, Erased done, Progress progress)
{
    postErasing([conversation](store::Workspace& workspace,
                               const RunContext& run) { return workspace.eraseConversation(conversation, run); },
                [this, conversation] { Q_EMIT conversationErased(conversation); }, std::move(done),
                std::move(progress));
}

void Session::postErasing(Erasing erasing, std::function<void()> told, Erased done, Progress progress)
{
    auto unfinished = std::make_shared<std::optional<Error>>();
    const RunContext run({}, [this, progress = std::move(progress)](double share) {
        if (progress)
            QMetaObject::invokeMethod(
                this, [progress, share] { progress(share); }, Qt::QueuedConnection);
    });
    // Without a label: what was to be forgotten is not named once more where that failed.
    postStep(
        {},
        [erasing = std::move(erasing), run, unfinished](store::Workspace& workspace) -> Result<store::ChangeSet> {
            WEAVEMAP_ASSIGN(store::Erased erased, erasing(workspace, run));
            *unfinished = std::move(erased.unfinished);
            return std::move(erased.changes);
        },
        [this, unfinished, told = std::move(told), done = std::move(done)](const Result<store::ChangeSet>& result) {
            if (result)
                told();
            if (done)
                done(result ? Result<>() : fail(result.error()));
            if (*unfinished)
                Q_EMIT erasingUnfinished(**unfinished);
        });
}

void Session::postStep(const QString& label, std::function<Result<store::ChangeSet>(store::Workspace&)> step, Done done)
{
    if (!m_writer)
        return;
    if (m_pending++ == 0)
        m_savingTimer.start();
    m_writer->post([this, label, step = std::move(step), done = std::move(done)](store::Workspace& workspace) {
        auto result = std::make_shared<Result<store::ChangeSet>>(step(workspace));
        const QString undoLabel = text(workspace.undoLabel());
        const QString redoLabel = text(workspace.redoLabel());
        QMetaObject::invokeMethod(
            this,
            [this, label, result, done, undoLabel, redoLabel] {
                finish(label, std::move(*result), done, undoLabel, redoLabel);
            },
            Qt::QueuedConnection);
    });
}

void Session::finish(const QString& label, Result<store::ChangeSet> result, const Done& done, const QString& undoLabel,
                     const QString& redoLabel)
{
    if (--m_pending == 0) {
        m_savingTimer.stop();
        if (std::exchange(m_savingShown, false))
            Q_EMIT savingChanged(false);
    }
    m_undoLabel = undoLabel;
    m_redoLabel = redoLabel;
    if (result) {
        m_revision = result->revision;
        if (result->touches(store::Table::person))
            resolveMe();
        if (!result->isEmpty())
            Q_EMIT changed(*result);
    } else {
        Q_EMIT failed(label, result.error());
    }
    Q_EMIT undoStateChanged();
    if (done)
        done(std::move(result));
}

void Session::post(std::function<void(store::Workspace&)> work)
{
    if (m_writer)
        m_writer->post(std::move(work));
}

} // namespace weavemap::ui
