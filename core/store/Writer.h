// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "core/store/Workspace.h"

namespace weavemap::store {

/// The writer thread: owns the Workspace and runs what is posted in order. `post...` return at once from any thread;
/// `done` is called on the writer thread after the commit (or the failure) and must only hand the result on.
class Writer
{
public:
    using Done = std::function<void(Result<ChangeSet>)>;

    explicit Writer(std::unique_ptr<Workspace> workspace);
    /// Runs what is queued, closes the file, joins.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void postChange(std::string label, Workspace::ChangeFunction fn, Done done);
    void postUndo(Done done);
    void postRedo(Done done);
    /// Anything else that needs the workspace: history, check, backup, unrecorded writes, erasing.
    void post(std::function<void(Workspace&)> work);
    /// Runs `work` on the writer thread and waits for it. For opening, closing and tests; not from `done`.
    void run(const std::function<void(Workspace&)>& work);
    /// Whether anything is queued or running.
    bool isBusy() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace weavemap::store
