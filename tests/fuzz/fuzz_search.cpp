// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/Text.h"
#include "core/store/Workspace.h"

namespace {

using namespace weavemap;

Result<> fill(store::Records& records)
{
    for (const char* name : {"Ana Ruiz", "Ōtepoti Ārai", "\"NEAR\" O'Neil AND (OR) NOT*", "李小龍", "a-b:c^d"}) {
        Person person;
        person.name = name;
        PersonId id;
        WEAVEMAP_ASSIGN(id, records.people.insert(person));
        Conversation call;
        call.when = Instant{1'790'000'000'000, 0};
        call.participants = {id};
        call.text = std::string("Talked with ") + name + " about the garden.";
        WEAVEMAP_TRY(records.conversations.insert(call));
    }
    return {};
}

/// A file with a few people and calls, searched again and again, removed at the end.
class Network
{
public:
    Network() : m_path(std::filesystem::temp_directory_path() / ("fuzz-" + std::to_string(::getpid()) + ".weavemap"))
    {
        auto made = store::Workspace::create(m_path);
        if (!made || !(*made)->change("Fill", fill))
            std::abort();
        m_workspace = std::move(*made);
    }
    ~Network()
    {
        m_workspace.reset();
        std::error_code ignored;
        std::filesystem::remove(m_path, ignored);
    }
    Network(const Network&) = delete;
    Network& operator=(const Network&) = delete;

    store::Records& records() { return m_workspace->records(); }

private:
    std::filesystem::path m_path;
    std::unique_ptr<store::Workspace> m_workspace;
};

} // namespace

/// What somebody types into the search: whatever it is, it is text and no query language.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static Network network;
    constexpr std::size_t kLimit = 3;
    const std::string_view words(reinterpret_cast<const char*>(data), size);
    const auto hits = network.records().search.find(words, {}, kLimit);
    if (!hits || hits->size() > 5 * kLimit)
        std::abort();
    for (const store::SearchHit& hit : *hits)
        if (!isValidUtf8(hit.title) || !isValidUtf8(hit.snippet))
            std::abort();
    return 0;
}
