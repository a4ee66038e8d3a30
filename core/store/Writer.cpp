// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/Writer.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace weavemap::store {

struct Writer::Private
{
    std::unique_ptr<Workspace> workspace; // the thread's own
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::function<void(Workspace&)>> queue;
    bool running = false;
    bool ending = false;
    std::thread thread;

    void work()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [this] { return ending || !queue.empty(); });
            if (queue.empty())
                break; // ending, and everything is done
            const auto next = std::move(queue.front());
            queue.pop_front();
            running = true;
            lock.unlock();
            next(*workspace);
            lock.lock();
            running = false;
        }
        lock.unlock();
        workspace.reset();
    }
};

Writer::Writer(std::unique_ptr<Workspace> workspace) : d(std::make_unique<Private>())
{
    d->workspace = std::move(workspace);
    d->thread = std::thread([p = d.get()] { p->work(); });
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(d->mutex);
        d->ending = true;
    }
    d->changed.notify_one();
    d->thread.join();
}

void Writer::post(std::function<void(Workspace&)> work)
{
    {
        const std::lock_guard lock(d->mutex);
        d->queue.push_back(std::move(work));
    }
    d->changed.notify_one();
}

void Writer::postChange(std::string label, Workspace::ChangeFunction fn, Done done)
{
    post([label = std::move(label), fn = std::move(fn), done = std::move(done)](Workspace& workspace) {
        auto result = workspace.change(label, fn);
        if (done)
            done(std::move(result));
    });
}

void Writer::postUndo(Done done)
{
    post([done = std::move(done)](Workspace& workspace) {
        auto result = workspace.undo();
        if (done)
            done(std::move(result));
    });
}

void Writer::postRedo(Done done)
{
    post([done = std::move(done)](Workspace& workspace) {
        auto result = workspace.redo();
        if (done)
            done(std::move(result));
    });
}

void Writer::run(const std::function<void(Workspace&)>& work)
{
    std::mutex mutex;
    std::condition_variable finished;
    bool done = false;
    post([&](Workspace& workspace) {
        work(workspace);
        const std::lock_guard lock(mutex);
        done = true;
        finished.notify_one(); // under the lock: `finished` is gone once the waiting side has it
    });
    std::unique_lock lock(mutex);
    finished.wait(lock, [&] { return done; });
}

bool Writer::isBusy() const
{
    const std::lock_guard lock(d->mutex);
    return d->running || !d->queue.empty();
}

} // namespace weavemap::store
