// SPDX-License-Identifier: GPL-3.0-or-later
//
// The other program of tst_opening and tst_kill: `hold FILE` opens it and waits to be killed; `stream FILE` makes
// change after change and prints the id that each stored, once it was reported done.
#include <cstdio>
#include <cstring>
#include <string>

#include "core/store/Workspace.h"

using namespace weavemap;
using namespace weavemap::store;

namespace {

int stream(Workspace& workspace)
{
    for (int number = 0;; ++number) {
        PersonId ana;
        const auto changes = workspace.change("Add " + std::to_string(number), [&](Records& records) -> Result<> {
            Person one, other;
            one.name = "Ana " + std::to_string(number);
            other.name = "Ben " + std::to_string(number);
            WEAVEMAP_ASSIGN(ana, records.people.insert(one));
            WEAVEMAP_ASSIGN(const PersonId ben, records.people.insert(other));
            Tie tie;
            tie.a = ana;
            tie.b = ben;
            WEAVEMAP_TRY(records.ties.insert(tie));
            Conversation call;
            call.when = Instant{1'790'000'000'000, 0};
            call.participants = {ana, ben};
            call.text = "Talked about number " + std::to_string(number);
            return records.conversations.insert(call).map([](auto) {});
        });
        if (!changes) {
            std::fprintf(stderr, "%s\n", changes.error().detail.c_str());
            return 1;
        }
        std::printf("%s\n", ana.toString().c_str());
        std::fflush(stdout);
        if (number % 7 == 6 && (!workspace.undo() || !workspace.redo()))
            return 1;
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    auto workspace = Workspace::open(argv[2]);
    if (!workspace || (*workspace)->readOnly())
        return 1;
    if (std::strcmp(argv[1], "stream") == 0)
        return stream(**workspace);
    std::puts("open");
    std::fflush(stdout);
    std::getchar();
    return 0;
}
